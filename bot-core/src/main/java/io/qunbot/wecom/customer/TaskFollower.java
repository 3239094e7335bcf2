package io.qunbot.wecom.customer;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Tasks;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.customer.GroupTasks.GroupProgress;
import io.qunbot.wecom.customer.GroupTasks.Progress;

/** Follows tasks for customer groups: sent is what WeCom says was sent. */
public record TaskFollower(GroupTasks tasks) implements Tasks {

    @Override
    public Receipt follow(ChatId chat, String reference) throws GatewayException {
        GroupTasks.Task task = tasks.follow(reference);
        Progress progress = task.groups().stream().filter(each -> each.chat().equals(chat.value()))
                .map(GroupProgress::progress).findFirst().orElse(Progress.PENDING);
        return switch (progress) {
            case SENT -> new Receipt(Outcome.SENT, reference);
            case PENDING -> new Receipt(Outcome.QUEUED_FOR_CONFIRMATION, reference, task.confirmed()
                    ? "同事已确认,企业微信正在发 (confirmed; WeCom is sending it)"
                    : "等同事在手机上确认 (waits for a colleague to confirm it)");
            case NOT_CONNECTED ->
                throw Refusals.drop("没有发出:群主和群里的客户不是好友了", "not sent: owner and customers are not connected");
            case OVER_THE_CAP ->
                throw Refusals.drop("没有发出:这个群本月能收的群发用完了", "not sent: the group had all the messages of this month");
        };
    }

    @Override
    public void remind(String reference) throws GatewayException {
        tasks.remind(reference);
    }

    @Override
    public void cancel(String reference) throws GatewayException {
        tasks.cancel(reference);
    }
}
