package io.qunbot.wecom.app;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Tasks;
import io.qunbot.chat.Ticket;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.Series;
import io.qunbot.wecom.api.Uploads;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.customer.CustomerGroups;
import io.qunbot.wecom.customer.GroupTasks;
import io.qunbot.wecom.customer.TaskFollower;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Speaks as a self-built app: to colleagues (document 90236), in groups that the app created (90248), and in
 * customer groups by a task that the owner confirms (92135). Thread-safe; blocks.
 */
public final class AppGateway implements Gateway {

    private static final int MOST_RECIPIENTS = 1000;

    /** For so many seconds WeCom drops what it has just sent to the same members: a repetition does no harm. */
    private static final int SAME_SECONDS = 600;

    private final WecomApi api;
    private final int agentId;
    private final Directory directory;
    private final Series series;
    private final GroupTasks tasks;
    private final AppForms personal;
    private final AppForms grouped;

    /** @param directory knows who owns a customer group */
    public AppGateway(WecomApi api, int agentId, Directory directory) {
        this.api = api;
        this.agentId = agentId;
        this.directory = directory;
        Uploads uploads = new Uploads();
        this.series = new Series(uploads);
        this.tasks = new GroupTasks(api, uploads);
        this.personal = new AppForms(api, uploads, true);
        this.grouped = new AppForms(api, uploads, false);
    }

    @Override
    public Receipt deliver(Posting posting) throws GatewayException {
        if (posting.body() instanceof Body.Settled settled && posting.ticket().isPresent()) {
            return settle(posting, settled, posting.ticket().get());
        }
        return say(posting);
    }

    private Receipt say(Posting posting) throws GatewayException {
        if (!posting.to().isEmpty()) {
            return tell(posting.to(), posting);
        }
        return switch (posting.chat().kind()) {
            case DIRECT -> tell(List.of(partner(posting.chat())), posting);
            case INTERNAL -> sayInOwnGroup(posting);
            case CUSTOMER -> askOwner(posting);
            case PRIVATE -> throw new GatewayException(0, "nobody speaks between two people", Remedy.DROP, false);
        };
    }

    /** A card that can't be changed any more is left as it is, and the words are said instead. */
    private Receipt settle(Posting posting, Body.Settled settled, Ticket click) throws GatewayException {
        try {
            answered(click.value(), settled.readers(), settled.words());
            return Receipt.SENT;
        } catch (GatewayException refused) {
            if (refused.remedy() != Remedy.DROP || refused.maybeSent()) {
                throw refused;
            }
            return say(posting);
        }
    }

    /** A conversation with the app is named after the channel and the member. */
    private static MemberId partner(Chat chat) {
        return new MemberId(chat.id().value().substring(chat.channel().length() + 1));
    }

    private Receipt tell(List<MemberId> to, Posting posting) throws GatewayException {
        if (to.size() > MOST_RECIPIENTS) {
            throw Refusals.drop("一次最多发给 " + MOST_RECIPIENTS + " 位成员",
                    MOST_RECIPIENTS + " members at most get one message");
        }
        List<JsonObject> answers = send("/cgi-bin/message/send", posting, personal, message -> addressed(message, to));
        String missed = answers.stream().flatMap(AppGateway::missed).distinct().collect(Collectors.joining(", "));
        return new Receipt(Outcome.SENT, Fields.text(answers.getLast(), "msgid"), missed.isEmpty()
                ? ""
                : "没有发给 " + missed + ":账号无效、没有许可,或不在应用的可见范围 (" + missed
                        + " got nothing: no such member, no licence, or outside the app's visibility)");
    }

    private JsonObject addressed(JsonObject message, List<MemberId> to) {
        message.addProperty("touser", to.stream().map(MemberId::value).distinct().collect(Collectors.joining("|")));
        message.addProperty("agentid", agentId);
        message.addProperty("enable_duplicate_check", 1);
        message.addProperty("duplicate_check_interval", SAME_SECONDS);
        return message;
    }

    private static Stream<String> missed(JsonObject answer) {
        return Stream.of("invaliduser", "unlicenseduser").map(name -> Fields.text(answer, name))
                .flatMap(list -> Stream.of(list.split("\\|", -1))).filter(user -> !user.isBlank());
    }

    private Receipt sayInOwnGroup(Posting posting) throws GatewayException {
        String chat = posting.chat().id().value();
        send("/cgi-bin/appchat/send", posting, grouped, message -> {
            message.addProperty("chatid", chat);
            return message;
        });
        return Receipt.SENT;
    }

    private Receipt askOwner(Posting posting) throws GatewayException {
        Chat chat = posting.chat();
        Optional<MemberId> known = directory.ownerOf(chat.id());
        Optional<MemberId> owner = known.isPresent() ? known : new CustomerGroups(api).get(chat.id()).owner();
        return tasks.add(owner.orElseThrow(() -> Refusals.drop("客户群没有群主,不能创建群发任务",
                "the customer group has no owner: no task can be made")), List.of(chat.id()), posting.body());
    }

    @Override
    public Optional<Tasks> tasks() {
        return Optional.of(new TaskFollower(tasks));
    }

    @FunctionalInterface
    private interface Address {
        JsonObject to(JsonObject message);
    }

    private List<JsonObject> send(String path, Posting posting, AppForms forms, Address address)
            throws GatewayException {
        return series.send(() -> forms.of(posting.body(), posting.key()),
                message -> api.post(path, address.to(message)),
                knowsAgain(posting));
    }

    @Override
    public int messages(Posting posting) {
        boolean task = posting.to().isEmpty() && posting.chat().kind() == ChatKind.CUSTOMER;
        return task ? 1 : (posting.to().isEmpty() ? grouped : personal).count(posting.body());
    }

    /** Members get the same message once; a card is told by its task. A file may be uploaded anew. */
    @Override
    public boolean knowsAgain(Posting posting) {
        boolean personally = !posting.to().isEmpty() || posting.chat().kind() == ChatKind.DIRECT;
        return personally && posting.body().each().stream()
                .noneMatch(each -> each instanceof Body.Image || each instanceof Body.Document);
    }

    /**
     * Changes a card after somebody pressed one of its buttons: it can't be pressed again.
     *
     * @param responseCode what the click's callback held; good once
     * @param words what the buttons are replaced with
     */
    public void answered(String responseCode, List<MemberId> members, String words) throws GatewayException {
        api.post("/cgi-bin/message/update_template_card",
                Fields.of("userids", members.stream().map(MemberId::value).toList(), "agentid", agentId,
                        "response_code", responseCode, "button", Fields.of("replace_name", words)));
    }
}
