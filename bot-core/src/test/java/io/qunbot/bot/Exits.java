package io.qunbot.bot;

import com.google.gson.JsonParser;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Inbox;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Ticket;
import io.qunbot.outbox.Allowance;
import io.qunbot.outbox.Outbox;
import io.qunbot.outbox.Terms;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.AibotStandIn;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import io.qunbot.wecom.aibot.AddressGateway;
import io.qunbot.wecom.aibot.AibotGateway;
import io.qunbot.wecom.aibot.AibotLine;
import io.qunbot.wecom.aibot.Login;
import io.qunbot.wecom.aibot.Pace;
import io.qunbot.wecom.api.Account;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.app.AppGateway;
import io.qunbot.wecom.robot.RobotGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All ways out at once, under virtual time: a real store and outbox, and gateways that speak to stand-ins over sockets. */
final class Exits implements AutoCloseable {

    static final Patience SHORT = new Patience(Duration.ofSeconds(1), Duration.ofMillis(1500));
    private static final Pace PACE = new Pace(Duration.ofSeconds(30), Duration.ofMillis(1500), Duration.ofMillis(5),
            Duration.ofMillis(20), 3);

    final VirtualClock clock = new VirtualClock(Rows.NOW);
    final WecomStandIn wecom = WecomStandIn.start(clock).app("ww1", "s3cret", 7);
    final AibotStandIn assistant = AibotStandIn.start(0, "bot1", "line-s3cret", clock);
    Store store;
    Outbox outbox;
    /** Happens just before WeCom is asked for words, and just after it was. */
    Runnable before = () -> {};
    Runnable after = () -> {};
    private final WecomApi api;
    private final AibotLine line = new AibotLine("line", new Login(assistant.address(), "bot1", "line-s3cret"), PACE,
            clock);
    private final String request;

    Exits(Path folder) throws GatewayException {
        store = Rows.open(folder);
        api = new WecomApi(new Account("ww1", "s3cret", wecom.address()), SHORT);
        api.post("/cgi-bin/appchat/create",
                Fields.of("chatid", Exit.OWN_GROUP.chat(), "userlist", List.of("zhou.min", "xu.jia")));
        wecom.group(JsonParser.parseString("{\"chat_id\":\"" + Exit.TASK.chat() + "\",\"owner\":\"zhou.min\"}")
                .getAsJsonObject());
        line.open(new Kept());
        assistant.await(frame -> frame.command().equals("aibot_subscribe"));
        request = assistant.says("lilei", Exit.LINE_ANSWER.chat(), "在吗");
        outbox = new Outbox(store, terms(), clock);
        Rows.write(store, tables -> {
            for (Exit exit : Exit.values()) {
                Chat chat = new Chat(new ChatId(exit.chat()), exit.kind, exit.gateway);
                tables.lane(new LaneRow(exit.lane, chat.lane(), Optional.of(chat), Optional.empty()), Rows.NOW);
            }
        });
    }

    private Terms terms() {
        Map<String, Gateway> gateways = Map.of("robot", new RobotGateway(wecom.robot("key1"), SHORT), "app",
                new AppGateway(api, 7, Directory.EMPTY), "callback", new AddressGateway(clock, SHORT), "line",
                new AibotGateway(line, clock));
        Map<String, List<Allowance>> allowances = Map.of("robot", Allowance.robot("robot"), "app",
                Allowance.app("app"), "line", Allowance.aibot("line"));
        return new Terms(watched(gateways), allowances, Optional.of("app"), Optional.of("app"), RuleBook::empty,
                _ -> false,
                this::ticket, Map.of(), Path.of(""));
    }

    private Map<String, Gateway> watched(Map<String, Gateway> gateways) {
        Map<String, Gateway> watched = new TreeMap<>();
        gateways.forEach((id, gateway) -> watched.put(id, new Watched(gateway)));
        return watched;
    }

    private final class Watched implements Gateway {
        private final Gateway gateway;

        Watched(Gateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public Receipt deliver(Posting posting) throws GatewayException {
            before.run();
            Receipt receipt = gateway.deliver(posting);
            after.run();
            return receipt;
        }

        @Override
        public int messages(Posting posting) {
            return gateway.messages(posting);
        }

        @Override
        public boolean knowsAgain(Posting posting) {
            return gateway.knowsAgain(posting);
        }
    }

    /** Another process goes on with what is on that disk. */
    void goOn(Path folder) {
        before = () -> {};
        after = before;
        store.close();
        store = Rows.open(folder);
        outbox = new Outbox(store, terms(), clock);
    }

    /** Each answer of the callback has an address of its own. */
    private Optional<Ticket> ticket(OutboxRow words) {
        Instant end = Rows.NOW.plus(Duration.ofHours(1));
        return switch (exit(words)) {
            case ADDRESS -> Optional.of(new Ticket("url " + wecom.address()
                    + "/cgi-bin/aibot/response?response_code=code" + words.id(), end));
            case LINE_ANSWER -> Optional.of(new Ticket("msg " + request, end));
            default -> Optional.empty();
        };
    }

    static Exit exit(OutboxRow words) {
        return Arrays.stream(Exit.values()).filter(exit -> exit.lane == words.lane()).findFirst().orElseThrow();
    }

    /** Events are of no interest here. */
    private static final class Kept implements Inbox {
        @Override
        public void accept(Arrival arrival) {
            arrival.home().execute(() -> arrival.accepted(""));
        }

        @Override
        public void flush() {}

        @Override
        public void recall(EventId id, Recall recall) {
            throw new IllegalStateException("nobody asks again on a long connection");
        }
    }

    OutboxRow post(Exit exit, String text, Manner manner) {
        String to = exit.words.equals("say") ? "" : "zhou.min";
        OutboxRow words = new OutboxRow(0, 1, exit.lane, exit.gateway, exit.words, to, text, "bell", "rule",
                clock.instant(), clock.instant(), clock.instant().plus(Duration.ofMinutes(50)), 0, Outcome.WAITING, "")
                .with(OutboxRow.Route.by(exit.gateway, manner));
        Rows.write(store, tables -> tables.post(words));
        wecom.answerAddress("code" + store.outgoing().last());
        return row(store.outgoing().last());
    }

    OutboxRow row(long id) {
        return store.outgoing().words(id).orElseThrow();
    }

    OutboxRow now(OutboxRow words) {
        return row(words.id());
    }

    void work() {
        outbox.channels().stream().sorted().forEach(outbox::deliver);
    }

    /** Time passes until nothing waits, a quarter of an hour at most. */
    void settle() {
        for (int step = 0; step < 90 && store.outgoing().outcomes().containsKey("WAITING"); step++) {
            clock.set(clock.instant().plusSeconds(10));
            work();
        }
    }

    /** The next request on this way fares so. */
    void next(Exit exit, String how) {
        if (!exit.isLine()) {
            wecom.next(exit.place, fault(how));
        } else if (how.equals("stall")) {
            assistant.keepQuiet(1);
        } else if (how.equals("reset")) {
            assistant.cutAt(frame -> frame.command().equals(exit.place));
        } else {
            assistant.refuse(Integer.parseInt(how));
        }
    }

    private static Fault fault(String how) {
        return switch (how) {
            case "reset" -> new Fault.Reset();
            case "half" -> new Fault.Half();
            case "stall" -> new Fault.Stall();
            case "html" -> new Fault.Other(200, "<html>please log in</html>");
            case "502" -> new Fault.Other(502, "<html>Bad Gateway</html>");
            default -> Fault.code(Integer.parseInt(how));
        };
    }

    /** How often WeCom was asked to say this. */
    List<String> asked(Exit exit, String text) {
        List<String> bodies = new ArrayList<>();
        if (exit.isLine()) {
            assistant.received(exit.place).forEach(frame -> bodies.add(frame.body().toString()));
        } else {
            wecom.received(exit.place).forEach(each -> bodies.add(each.body()));
        }
        return bodies.stream().filter(body -> body.contains(text)).toList();
    }

    static List<Exit> others(Exit exit) {
        return Arrays.stream(Exit.values()).filter(each -> !each.gateway.equals(exit.gateway)).toList();
    }

    @Override
    public void close() {
        line.close();
        store.close();
        wecom.close();
        assistant.close();
    }
}
