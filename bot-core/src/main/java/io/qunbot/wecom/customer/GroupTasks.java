package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.Series;
import io.qunbot.wecom.api.Uploads;
import io.qunbot.wecom.api.WecomApi;
import java.util.ArrayList;
import java.util.List;

/**
 * Words for customer groups as tasks that a colleague confirms in the client (documents 92135 and 93338): WeCom
 * sends nothing before. Thread-safe; blocks.
 */
public record GroupTasks(WecomApi api, Uploads uploads) {

    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final int MOST_GROUPS = 2000;
    private static final int PAGE = 1000;

    /** Tasks of an app that sends nothing else. */
    public GroupTasks(WecomApi api) {
        this(api, new Uploads());
    }

    /** How a task stands in one group. */
    public enum Progress {
        /** The colleague hasn't confirmed yet. */
        PENDING,
        SENT,
        /** The groups' owner and the customers are not connected any more. */
        NOT_CONNECTED,
        /** The group had all the messages that WeCom allows it in this time. */
        OVER_THE_CAP
    }

    /** @param chat empty for a receiver that is no group */
    public record GroupProgress(String chat, Progress progress) {}

    /**
     * How a task stands.
     *
     * @param confirmed whether the colleague has pressed the button
     */
    public record Task(String id, boolean confirmed, List<GroupProgress> groups) {
        public Task {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Asks the owner of groups to send something there.
     *
     * @return what is never {@link Outcome#SENT}; the reference is the task's id
     * @throws GatewayException also when WeCom makes a task for none of the groups
     */
    public Receipt add(MemberId sender, List<ChatId> chats, Body body) throws GatewayException {
        if (chats.isEmpty() || chats.size() > MOST_GROUPS) {
            throw Refusals.drop("一个群发任务要 1 到 " + MOST_GROUPS + " 个群", "a task is for 1 to " + MOST_GROUPS + " groups");
        }
        List<String> ids = chats.stream().map(ChatId::value).toList();
        return receipt(new Series(uploads).send(() -> List.of(task(sender, ids, body)),
                task -> api.post(PATH + "add_msg_template", task), false).getFirst(), ids);
    }

    private JsonObject task(MemberId sender, List<String> chats, Body body) throws GatewayException {
        JsonObject task = new TaskContent(api, uploads).of(body);
        task.addProperty("chat_type", "group");
        task.addProperty("sender", sender.value());
        task.add("chat_id_list", Fields.of("list", chats).get("list"));
        return task;
    }

    private static Receipt receipt(JsonObject answer, List<String> chats) throws GatewayException {
        List<String> failed = Fields.texts(answer, "fail_list").stream().filter(chats::contains).toList();
        if (failed.size() == chats.size()) {
            throw Refusals.drop("企业微信没有为这个群创建任务:本月的次数用完了,或群不属于这位同事",
                    "WeCom made no task for the group: this month's messages are used up, or it is not this colleague's");
        }
        String note = failed.isEmpty()
                ? ""
                : failed.size() + " 个群没有任务 (no task for " + failed.size() + " groups): " + String.join(", ", failed);
        return new Receipt(Outcome.QUEUED_FOR_CONFIRMATION, Fields.text(answer, "msgid"), note);
    }

    /** How a task stands now. */
    public Task follow(String id) throws GatewayException {
        boolean confirmed = false;
        List<GroupProgress> groups = new ArrayList<>();
        for (JsonObject member : pages("get_groupmsg_task", "task_list", Fields.of("msgid", id))) {
            confirmed |= Fields.number(member, "status") == 2;
            JsonObject query = Fields.of("msgid", id, "userid", Fields.text(member, "userid"));
            for (JsonObject result : pages("get_groupmsg_send_result", "send_list", query)) {
                groups.add(new GroupProgress(Fields.text(result, "chat_id"), progress(result)));
            }
        }
        return new Task(id, confirmed, groups);
    }

    private static Progress progress(JsonObject result) {
        return switch ((int) Fields.number(result, "status")) {
            case 1 -> Progress.SENT;
            case 2 -> Progress.NOT_CONNECTED;
            case 3 -> Progress.OVER_THE_CAP;
            default -> Progress.PENDING;
        };
    }

    private List<JsonObject> pages(String call, String list, JsonObject query) throws GatewayException {
        query.addProperty("limit", PAGE);
        return new Pages(api).all(PATH + call, query, list);
    }

    /** Reminds the colleague; WeCom allows it three times in 24 hours for one task. */
    public void remind(String id) throws GatewayException {
        api.post(PATH + "remind_groupmsg_send", Fields.of("msgid", id));
    }

    /** Takes a task back, as long as it is not confirmed. */
    public void cancel(String id) throws GatewayException {
        api.post(PATH + "cancel_groupmsg_send", Fields.of("msgid", id));
    }
}
