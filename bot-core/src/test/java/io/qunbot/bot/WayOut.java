package io.qunbot.bot;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.Body;
import io.qunbot.chat.BodyText;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import io.qunbot.outbox.Allowance;
import io.qunbot.outbox.Desk;
import io.qunbot.outbox.Outbox;
import io.qunbot.outbox.Terms;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.Received;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.Duty;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import io.qunbot.wecom.api.Account;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.app.AppGateway;
import io.qunbot.wecom.robot.RobotGateway;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The way out under virtual time: store, outbox and desk, and gateways that speak to WeCom's stand-in over sockets. */
final class WayOut implements AutoCloseable {

    static final String TELL = "/cgi-bin/message/send";
    static final String SAY = "/cgi-bin/webhook/send";
    static final String TASK = "/cgi-bin/externalcontact/add_msg_template";
    static final String REMIND = "/cgi-bin/externalcontact/remind_groupmsg_send";
    static final String CANCEL = "/cgi-bin/externalcontact/cancel_groupmsg_send";
    static final MemberId ZHOU = new MemberId("zhou.min");
    static final MemberId XU = new MemberId("xu.jia");
    static final int CUSTOMERS = 1;
    static final int COLLEAGUES = 2;

    private static final Patience SHORT = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(2));

    final VirtualClock clock = new VirtualClock(Rows.NOW);
    final WecomStandIn wecom = WecomStandIn.start(clock).app("ww1", "s3cret", 7).group(JsonParser.parseString(
            "{\"chat_id\":\"wr1\",\"owner\":\"zhou.min\"}").getAsJsonObject());
    private final String webhook = wecom.robot("key1");
    private final Path folder;
    Store store;
    Outbox outbox;
    /** The rules in force. */
    volatile RuleBook book = RuleBook.empty();

    WayOut(Path folder) {
        this.folder = folder;
        store = Rows.open(folder);
        outbox = outbox();
        Rows.write(store, tables -> {
            tables.lane(lane(CUSTOMERS, ChatKind.CUSTOMER, "app"), Rows.NOW);
            tables.lane(lane(COLLEAGUES, ChatKind.INTERNAL, "robot"), Rows.NOW);
        });
    }

    private static LaneRow lane(int number, ChatKind kind, String channel) {
        Chat chat = new Chat(new ChatId("wr" + number), kind, channel);
        return new LaneRow(number, chat.lane(), Optional.of(chat), Optional.of("群" + number));
    }

    private Outbox outbox() {
        Map<String, Gateway> gateways = Map.of("robot", new RobotGateway(webhook, SHORT), "app",
                new AppGateway(new WecomApi(new Account("ww1", "s3cret", wecom.address()), SHORT), 7, Directory.EMPTY));
        return new Outbox(store, Terms.of(gateways).toColleagues("app").with(() -> book).with(folder)
                .with(Map.of("robot", Allowance.robot("robot"), "app", Allowance.app("app"))), clock);
    }

    /** The process ends and another one goes on with what is on disk. */
    void restart() {
        store.close();
        store = Rows.open(folder);
        outbox = outbox();
    }

    /** What an answer in a customer group becomes. */
    OutboxRow draft(String text, List<MemberId> next) {
        OutboxRow draft = words(CUSTOMERS, text).handed("draft", ZHOU.value()).with(Duty.about("发票怎么开")
                .until(clock.instant().plus(Duration.ofMinutes(15)), Duration.ofMinutes(15), next));
        return post(draft.with(OutboxRow.Route.by("app", Manner.HANDOFF)));
    }

    OutboxRow tell(String text, Manner manner, List<MemberId> next) {
        OutboxRow tell = words(CUSTOMERS, text).handed("tell", ZHOU.value()).with(Duty.about("在吗")
                .until(clock.instant().plus(Duration.ofMinutes(5)), Duration.ofMinutes(5), next));
        return post(tell.with(OutboxRow.Route.by("app", manner)));
    }

    OutboxRow task(String text) {
        return post(words(CUSTOMERS, text).handed("task", ZHOU.value())
                .with(OutboxRow.Route.by("app", Manner.TOPIC)));
    }

    /** @param within how long its owner has to confirm it */
    OutboxRow task(String text, Duration within) {
        return post(words(CUSTOMERS, text).handed("task", ZHOU.value())
                .with(OutboxRow.Route.by("app", Manner.TOPIC))
                .with(Duty.about("").until(clock.instant().plus(within), within, List.of())));
    }

    OutboxRow say(String text, Manner manner) {
        return post(words(COLLEAGUES, text).with(OutboxRow.Route.by("robot", manner)));
    }

    /** The same with pictures, files and links. */
    OutboxRow say(Body body) {
        return post(words(COLLEAGUES, BodyText.write(body)).with(OutboxRow.Route.by("robot", Manner.ANSWER)));
    }

    OutboxRow task(Body body) {
        return task(BodyText.write(body));
    }

    /** A draft with something that is to be sent with it. */
    OutboxRow draft(Body body) {
        return draft(BodyText.write(body), List.of());
    }

    private OutboxRow words(int lane, String text) {
        return Rows.words(lane, text).lasting(0, clock.instant().plus(Duration.ofDays(1)));
    }

    /** The rules become others; all are in one profile for all groups. */
    void rules(String fields, Map<String, String> rotas) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        rotas.forEach(
                (name, text) -> files.put("config/rota/" + name + ".yaml", text.getBytes(StandardCharsets.UTF_8)));
        files.put("rules/test.yaml", ("profile: test\ngoal: 接住\nvalue: [答疑]\ngroups: [{ rest: true }]\n" + fields)
                .getBytes(StandardCharsets.UTF_8));
        Reading reading = new BookReader(Map.of(), _ -> Optional.empty()).read(files);
        if (!reading.broken().isEmpty()) {
            throw new AssertionError(reading.problems());
        }
        book = reading.book();
    }

    OutboxRow post(OutboxRow words) {
        Rows.write(store, tables -> tables.post(words));
        return row(store.outgoing().last());
    }

    OutboxRow row(long id) {
        return store.outgoing().words(id).orElseThrow();
    }

    OutboxRow last() {
        return row(store.outgoing().last());
    }

    /** Everything that is due now is done. */
    void work() {
        new Desk(store, clock).sweep();
        outbox.channels().forEach(outbox::deliver);
        outbox.tasks().run();
    }

    /** Time passes; every so often somebody looks what is due. */
    void pass(Duration time, Duration step) {
        for (long left = time.dividedBy(step); left > 0; left--) {
            clock.set(clock.instant().plus(step));
            work();
        }
    }

    void withdraw(long id) {
        Rows.write(store, tables -> {
            OutboxTables.of(tables).judge(id, Verdict.WITHDRAWN, Optional.of(ZHOU), "", clock.instant());
            OutboxTables.of(tables).withdraw(id, "", clock.instant());
        });
    }

    void colleagueSpeaks(MemberId colleague) {
        Rows.write(store, tables -> OutboxTables.of(tables).spoken(CUSTOMERS, colleague, clock.instant()));
    }

    List<JsonObject> received(String path) {
        return wecom.received(path).stream().map(Received::json).toList();
    }

    /** Whom WeCom was asked to tell, in order. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        received(TELL).forEach(message -> told.add(message.get("touser").getAsString()));
        return told;
    }

    @Override
    public void close() {
        store.close();
        wecom.close();
    }
}
