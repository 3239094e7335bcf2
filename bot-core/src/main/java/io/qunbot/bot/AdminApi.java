package io.qunbot.bot;

import io.qunbot.bot.campaign.Progress;
import io.qunbot.bot.deal.Deal;
import io.qunbot.bot.deal.DealDesk;
import io.qunbot.bot.explain.Explainer;
import io.qunbot.bot.explain.Hindsight;
import io.qunbot.bot.explain.Question;
import io.qunbot.bot.member.Census;
import io.qunbot.bot.member.Correction;
import io.qunbot.bot.member.Tally;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.bot.report.Reporter;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import io.qunbot.http.Handler;
import io.qunbot.http.Response;
import io.qunbot.http.Routes;
import io.qunbot.pipeline.Order;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the command line asks of a running bot: JSON over HTTP, on a socket of its own that is bound to
 * loopback, so that no proxy in front of the callbacks can reach it. Every request shows the token.
 */
final class AdminApi {

    private static final int DAYS = 30;

    private final Bot bot;
    private final AdminDoor door;
    private final Executor worker;

    /** @param worker where the work is done: one request at a time, not on an event loop */
    AdminApi(Bot bot, String token, Executor worker) {
        this.bot = bot;
        this.door = new AdminDoor(token);
        this.worker = worker;
    }

    Routes routes() {
        return new Routes()
                .on("GET", "/status", to(_ -> json(bot.status())))
                .on("POST", "/reload", to(_ -> json(bot.reload())))
                .on("GET", "/history", to(_ -> json(bot.revisions().all())))
                .on("GET", "/diff", to(this::diff))
                .on("POST", "/rollback", to(this::rollback))
                .on("POST", "/promote", to(query -> json(bot.revisions().promote(profile(query)))))
                .on("GET", "/stats", to(query -> json(bot.stats(profile(query), days(query)))))
                .on("GET", "/report", to(query -> json(bot.report(new Reporter.Wish(query.getOrDefault("target", ""),
                        query.getOrDefault("week", ""), query.getOrDefault("from", ""),
                        query.getOrDefault("to", "")))), ThreadNames.plan()::start))
                .on("GET", "/leads", to(query -> json(bot.leads().sheet(profile(query),
                        Boolean.parseBoolean(query.getOrDefault("open", "false")), bot.daysAgo(days(query))))))
                .on("GET", "/funnel", to(query -> json(new Funnel(bot.store()).since(bot.daysAgo(days(query))))))
                .on("GET", "/sources", to(_ -> json(bot.sources().all())))
                .on("POST", "/deal", to(query -> json(bot.deals().take(new DealDesk.Said(query.getOrDefault("id", ""),
                        query.getOrDefault("who", ""), query.getOrDefault("group", ""),
                        Deal.of(query.getOrDefault("deal", "")).orElseThrow(), "console")).name())))
                .on("GET", "/plan", to(this::plan, ThreadNames.plan()::start))
                .on("GET", "/archive/groups", to(_ -> json(bot.archive().groups())))
                .on("GET", "/archive/tail", to(query -> known(reading().tail(query))))
                .on("POST", "/archive/import", to(new ArchiveApi(bot)::bringIn))
                .on("GET", "/archive/import", to(_ -> known(bot.archives().imports().progress())))
                .on("GET", "/archive/search", to(query -> json(reading().search(query)), ThreadNames.plan()::start))
                .on("GET", "/archive/stats", to(query -> json(reading().stats(query)), ThreadNames.plan()::start))
                .on("GET", "/archive/log", to(query -> json(reading().visits(query))))
                .on("GET", "/archive/media", to(query -> json(bot.archives().mediaList().of(number(query)))))
                .on("POST", "/archive/media/take", to(query -> known(bot.archives().mediaList().take(number(query),
                        Integer.parseInt(query.getOrDefault("part", "0")), Visitor.read(query),
                        InstantSource.system()))))
                .on("POST", "/archive/media/again", to(_ -> json(Map.of("again", bot.archives().mediaAgain()))))
                .on("POST", "/archive/decode", to(_ -> json(bot.archives().pullers().reopen().stream()
                        .map(CompletableFuture::join).toList()), ThreadNames.plan()::start))
                .on("POST", "/archive/reindex",
                        to(_ -> json(bot.archives().search().reindex()), ThreadNames.plan()::start))
                .on("POST", "/archive/verify", to(query -> known(bot.archives().verifying().verify(
                        query.getOrDefault("group", ""), query.getOrDefault("kept", "").lines().toList())),
                        ThreadNames.plan()::start))
                .on("POST", "/archive/erase", to(new ArchiveApi(bot)::erase, ThreadNames.plan()::start))
                .on("GET", "/unanswered",
                        to(query -> json(bot.unanswered().groups(profile(query), bot.daysAgo(days(query))))))
                .on("GET", "/wrong",
                        to(query -> json(bot.unanswered().wrong(profile(query), bot.daysAgo(days(query))))))
                .on("GET", "/outbox", to(this::outbox))
                .on("POST", "/outbox/retry", to(query -> known(bot.postbox().retry(number(query)))))
                .on("POST", "/outbox/cancel", to(query -> known(bot.postbox().cancel(number(query)))))
                .on("GET", "/desk", to(query -> json(bot.worklist().items(query.getOrDefault("who", "")))))
                .on("GET", "/would", to(query -> json(bot.worklist().watched(query.getOrDefault("group", ""),
                        Instant.parse(query.getOrDefault("since", bot.daysAgo(1).toString()))))))
                .on("POST", "/desk/judge", to(this::judge))
                .on("GET", "/join-way",
                        to(query -> json(bot.contacts().joining().list(query.getOrDefault("target", "")))))
                .on("POST", "/join-way/add", to(this::joinWay, ThreadNames.plan()::start))
                .on("POST", "/join-way/remove",
                        to(query -> known(bot.contacts().joining().remove(query.getOrDefault("id", ""))),
                                ThreadNames.plan()::start))
                .on("GET", "/rolls", to(query -> json(new Rolls(bot.store(), bot.situation().directory(), bot::masks)
                        .of(new Rolls.Wish(query.getOrDefault("plugin", ""), query.getOrDefault("group", ""),
                                query.getOrDefault("id", ""),
                                Boolean.parseBoolean(query.getOrDefault("masked", "false"))), Visitor.read(query),
                                InstantSource.system()))))
                .on("GET", "/member", to(query -> json(bot.members().of(whom(query)))))
                .on("POST", "/member/tag", to(this::correct))
                .on("GET", "/members", to(this::tallies, ThreadNames.plan()::start))
                .on("GET", "/segments",
                        to(query -> json(bot.contacts().segments(profile(query), query.getOrDefault("segment", ""))),
                                ThreadNames.plan()::start))
                .on("GET", "/campaign/preview",
                        to(query -> json(bot.campaigns().preview(profile(query), query.getOrDefault("id", ""))),
                                ThreadNames.plan()::start))
                .on("GET", "/campaign",
                        to(query -> json(
                                Progress.newest(bot.store(), bot.rules().state().book(), query.getOrDefault("id", ""))),
                                ThreadNames.plan()::start))
                .on("POST", "/campaign/stop",
                        to(query -> json(Map.of("stopped", bot.campaigns().stop(query.getOrDefault("id", "")))),
                                ThreadNames.plan()::start))
                .on("POST", "/appchat/create", to(query -> json(bot.contacts().appChats().create(new AppChatDesk.Wish(
                        query.getOrDefault("channel", ""), query.getOrDefault("id", ""), query.getOrDefault("name", ""),
                        query.getOrDefault("owner", ""), list(query, "members")))), ThreadNames.plan()::start))
                .on("POST", "/appchat/update", to(query -> json(bot.contacts().appChats().update(new AppChatDesk.Change(
                        query.getOrDefault("channel", ""), query.getOrDefault("id", ""), query.getOrDefault("name", ""),
                        query.getOrDefault("owner", ""), list(query, "add"), list(query, "remove")))),
                        ThreadNames.plan()::start))
                .on("GET", "/rota", to(query -> json(bot.duties(query.getOrDefault("name", ""), days(query)))))
                .on("POST", "/rota/leave", to(query -> json(bot.change(change(query)))))
                .on("POST", "/rota/swap", to(query -> json(bot.change(change(query)))))
                .on("POST", "/schedule/run", to(query -> order(Order.RUN, query)))
                .on("POST", "/schedule/pause", to(query -> order(Order.PAUSE, query)))
                .on("POST", "/schedule/resume", to(query -> order(Order.RESUME, query)))
                .on("GET", "/why", to(this::why))
                .on("POST", "/explain", to(query -> json(new Explainer(bot.situation()).now(Question.read(query)))))
                .on("GET", "/explain/last", to(this::last))
                .on("GET", "/explain/event", to(this::event))
                .on("POST", "/backup", to(this::backup));
    }

    private ReadingApi reading() {
        return new ReadingApi(bot.archives().reading());
    }

    private MemberId whom(Map<String, String> query) {
        return bot.members().find(query.getOrDefault("who", ""), query.getOrDefault("group", ""));
    }

    private Response correct(Map<String, String> query) {
        MemberId member = whom(query);
        bot.correct(new Correction(member, query.getOrDefault("tags", "").lines().toList(),
                query.getOrDefault("by", ""), query.getOrDefault("why", "")));
        return json(bot.members().of(member));
    }

    private Response tallies(Map<String, String> query) {
        Census census = bot.census(query.getOrDefault("group", ""));
        String segment = query.getOrDefault("segment", "");
        return json(segment.isEmpty()
                ? Tally.all(census, profile(query))
                : List.of(Tally.of(census, segment, profile(query), bot.store())));
    }

    private Response outbox(Map<String, String> query) {
        return known(bot.postbox().list(query.getOrDefault("group", ""), query.getOrDefault("outcome", ""),
                Optional.ofNullable(query.get("since")).map(Instant::parse).orElseGet(() -> bot.daysAgo(1))));
    }

    private static List<String> list(Map<String, String> query, String name) {
        return List.of(query.getOrDefault(name, "").split(",", -1));
    }

    private Response joinWay(Map<String, String> query) {
        return json(bot.contacts().joining().add(new JoinDesk.Wish(query.getOrDefault("target", ""),
                query.getOrDefault("state", ""), query.getOrDefault("remark", ""), query.getOrDefault("next", ""))));
    }

    private Response judge(Map<String, String> query) {
        return Verdict.of(query.getOrDefault("verdict", ""))
                .map(verdict -> json(bot.marking().mark(number(query), verdict, query.getOrDefault("who", ""),
                        query.getOrDefault("note", ""))))
                .orElseGet(() -> Response.error(400));
    }

    private static Duties.Change change(Map<String, String> query) {
        return new Duties.Change(query.getOrDefault("name", ""), query.getOrDefault("who", ""),
                query.getOrDefault("other", ""), date(query, "from"), date(query, "until"),
                query.getOrDefault("substitute", ""));
    }

    private static LocalDate date(Map<String, String> query, String name) {
        try {
            return LocalDate.parse(query.getOrDefault(name, ""));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(name + " is no date", wrong);
        }
    }

    private Response order(Order order, Map<String, String> query) {
        return json(bot.order(order, query.getOrDefault("id", ""), query.getOrDefault("group", "")));
    }

    private static long number(Map<String, String> query) {
        return Long.parseLong(query.getOrDefault("id", "0"));
    }

    private static Response known(Optional<?> value) {
        return AdminDoor.known(value);
    }

    private Response diff(Map<String, String> query) {
        return json(bot.revisions().diff(query.getOrDefault("from", Versions.RUNNING),
                query.getOrDefault("to", Versions.DISK), query.getOrDefault("file", "")));
    }

    private Response rollback(Map<String, String> query) {
        return json(bot.revisions().rollback(query.getOrDefault("version", ""), query.getOrDefault("file", ""),
                Boolean.parseBoolean(query.getOrDefault("dry", "false"))));
    }

    private static String profile(Map<String, String> query) {
        return query.getOrDefault("profile", "");
    }

    private static int days(Map<String, String> query) {
        return Integer.parseInt(query.getOrDefault("days", String.valueOf(DAYS)));
    }

    private Response why(Map<String, String> query) {
        EventId id = new EventId(query.getOrDefault("channel", ""), query.getOrDefault("id", ""));
        return known(bot.why(id));
    }

    private Response last(Map<String, String> query) {
        return known(new Hindsight(bot.situation()).last(query.getOrDefault("group", ""),
                query.getOrDefault("from", ""), Integer.parseInt(query.getOrDefault("most", "1"))));
    }

    private Response event(Map<String, String> query) {
        return known(new Hindsight(bot.situation()).of(query.getOrDefault("id", "")));
    }

    private Response backup(Map<String, String> query) {
        String file = query.getOrDefault("file", "");
        if (!Path.of(file).isAbsolute()) {
            return Response.error(400);
        }
        bot.store().file().backup(Path.of(file));
        return json(Map.of("file", file));
    }

    private Response plan(Map<String, String> query) {
        return json(bot.plan(query.getOrDefault("from", Versions.RUNNING), query.getOrDefault("to", Versions.DISK),
                days(query)));
    }

    private Handler to(Function<Map<String, String>, Response> work) {
        return to(work, worker);
    }

    /** @param place where the work is done */
    private Handler to(Function<Map<String, String>, Response> work, Executor place) {
        return door.to(work, place);
    }

    private static Response json(Object value) {
        return AdminDoor.json(value);
    }
}
