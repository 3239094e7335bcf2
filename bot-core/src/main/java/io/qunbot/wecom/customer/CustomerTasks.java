package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.Series;
import io.qunbot.wecom.api.Uploads;
import io.qunbot.wecom.api.WecomApi;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words for single customers as tasks that a colleague confirms in the client (documents 92135 and 93338): WeCom sends
 * nothing before, and only to those whom that colleague has. Thread-safe; blocks.
 */
public record CustomerTasks(WecomApi api, Uploads uploads) {

    /** What one task takes. */
    public static final int MOST_CUSTOMERS = 10_000;

    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final int PAGE = 1000;
    private static final int LIST_PAGE = 100;
    /** Their clock and ours. */
    private static final long SLACK_SECONDS = 120;
    private static final int CONFIRMED = 2;

    /**
     * A task as WeCom took it.
     *
     * @param refused for whom there is none
     */
    public record Made(String id, Set<MemberId> refused) {
        public Made {
            refused = Set.copyOf(refused);
        }
    }

    /** How a task stands for one customer. */
    public enum Progress {
        PENDING,
        SENT,
        /** The colleague and the customer are not connected any more. */
        NOT_CONNECTED,
        /** The customer had all that WeCom allows in this time. */
        OVER_THE_CAP
    }

    /** Asks a colleague to send something to some of their customers. */
    public Made add(MemberId sender, List<MemberId> customers, Body body) throws GatewayException {
        if (customers.isEmpty() || customers.size() > MOST_CUSTOMERS) {
            throw Refusals.drop("一个群发任务要 1 到 " + MOST_CUSTOMERS + " 位客户",
                    "a task is for 1 to " + MOST_CUSTOMERS + " customers");
        }
        JsonObject answer = new Series(uploads).send(() -> List.of(task(sender, customers, body)),
                task -> api.post(PATH + "add_msg_template", task), false).getFirst();
        Set<MemberId> refused = new HashSet<>();
        Fields.texts(answer, "fail_list").stream().map(MemberId::new).filter(customers::contains).forEach(refused::add);
        return new Made(Fields.text(answer, "msgid"), refused);
    }

    private JsonObject task(MemberId sender, List<MemberId> customers, Body body) throws GatewayException {
        JsonObject task = new TaskContent(api, uploads).of(body);
        task.addProperty("chat_type", "single");
        task.addProperty("sender", sender.value());
        task.add("external_userid", Fields.of("list", customers.stream().map(MemberId::value).toList()).get("list"));
        return task;
    }

    /**
     * The task that was made for a sender and customers since a time, when the answer to making it was lost.
     *
     * @param customers some of them are in it
     */
    public Optional<String> find(MemberId sender, Set<MemberId> customers, Body body, Instant since, Instant now)
            throws GatewayException {
        String words = Fields.text(Fields.object(new TaskContent(api, uploads).of(body), "text"), "content");
        JsonObject query = Fields.of("chat_type", "single", "start_time", since.getEpochSecond() - SLACK_SECONDS,
                "end_time", now.getEpochSecond() + SLACK_SECONDS, "limit", LIST_PAGE);
        for (JsonObject task : new Pages(api).all(PATH + "get_groupmsg_list_v2", query, "group_msg_list")) {
            String id = Fields.text(task, "msgid");
            boolean same = Fields.text(Fields.object(task, "text"), "content").equals(words);
            if (same && isOf(id, sender) && results(id, sender).keySet().stream().anyMatch(customers::contains)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private boolean isOf(String id, MemberId sender) throws GatewayException {
        return senders(id).stream().anyMatch(each -> Fields.text(each, "userid").equals(sender.value()));
    }

    private List<JsonObject> senders(String id) throws GatewayException {
        return new Pages(api).all(PATH + "get_groupmsg_task", Fields.of("msgid", id, "limit", PAGE), "task_list");
    }

    /** Whether the colleague has pressed the button. */
    public boolean isConfirmed(String id) throws GatewayException {
        return senders(id).stream().anyMatch(each -> Fields.number(each, "status") == CONFIRMED);
    }

    /** How a task stands for each customer. */
    public Map<MemberId, Progress> results(String id, MemberId sender) throws GatewayException {
        Map<MemberId, Progress> results = new LinkedHashMap<>();
        JsonObject query = Fields.of("msgid", id, "userid", sender.value(), "limit", PAGE);
        new Pages(api).all(PATH + "get_groupmsg_send_result", query, "send_list").forEach(
                each -> results.put(new MemberId(Fields.text(each, "external_userid")), progress(each)));
        return results;
    }

    private static Progress progress(JsonObject result) {
        return switch ((int) Fields.number(result, "status")) {
            case 1 -> Progress.SENT;
            case 2 -> Progress.NOT_CONNECTED;
            case 3 -> Progress.OVER_THE_CAP;
            default -> Progress.PENDING;
        };
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
