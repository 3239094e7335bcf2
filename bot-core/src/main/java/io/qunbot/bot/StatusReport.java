package io.qunbot.bot;

import io.qunbot.bot.publish.Rollout;
import io.qunbot.chat.Chat;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.dispatch.LeftOver;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Figures;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import io.qunbot.wecom.aibot.LineState;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gathers what an operator wants to know about a bot. */
final class StatusReport {

    private static final int MOST = 5;

    private final Store store;
    private final Figures figures;

    StatusReport(Store store) {
        this.store = store;
        this.figures = store.figures();
    }

    Status of(Bot bot, Quarantine quarantine, Notices notices) {
        Rules.State state = bot.rules().state();
        Map<String, String> profiles = new TreeMap<>();
        state.book().profiles().forEach(profile -> profiles.put(profile.id(), profile.title()));
        return new Status(true, Version.NUMBER, state.book().version(), state.since().toString(), profiles,
                List.copyOf(state.held()), List.copyOf(state.missing()), bot.channels().kinds(), lines(bot),
                List.copyOf(bot.plugins().keySet()), bot.counts(), store.outgoing().outcomes(), failing(quarantine),
                groups(state.book()), queues(Optional.of(bot)), rollouts(bot, state.book()),
                problems(bot, state, notices), bot.agenda().pausedLines(), unclaimed(state.book()));
    }

    /** What is known while nothing runs. */
    Status ofStore(String book) {
        return new Status(false, Version.NUMBER, book, "", new TreeMap<>(), List.of(), List.of(), new TreeMap<>(),
                List.of(), List.of(), Map.of("chats", (long) store.chats().size(), "events", store.lastSeq()),
                store.outgoing().outcomes(),
                List.of(), groups(RuleBook.empty()), queues(Optional.empty()), List.of(), undelivered(),
                List.of(), List.of());
    }

    private List<Status.Open> unclaimed(RuleBook book) {
        return new LeftOver(store, book, new GroupDirectory(store)).unclaimed(Instant.EPOCH).stream()
                .map(group -> new Status.Open(group.chat().id().value(), group.name().orElse(""),
                        group.last().toString(), group.tied()))
                .toList();
    }

    private List<Rollout> rollouts(Bot bot, RuleBook book) {
        DraftRates rates = new DraftRates(store, book);
        return bot.rules().rollouts().stream().map(rates::compared).toList();
    }

    private static List<Status.Line> lines(Bot bot) {
        return bot.channels().lines().entrySet().stream().map(each -> {
            LineState state = each.getValue().state();
            return new Status.Line(each.getKey(), lower(state.phase()), state.since().toString(), state.trouble());
        }).toList();
    }

    private static List<String> failing(Quarantine quarantine) {
        List<String> lines = new ArrayList<>();
        for (Quarantine.Patient patient : quarantine.patients()) {
            Instant until = patient.until();
            lines.add(patient.profile() + "/" + patient.plugin() + ": " + patient.failures() + " failures"
                    + (until == null ? "" : ", quarantined until " + until));
        }
        return lines;
    }

    /** Where something happened last comes first. */
    private List<Status.Group> groups(RuleBook book) {
        Map<Integer, Instant> last = figures.lastEvents();
        return store.chats().stream()
                .sorted(Comparator.comparing((LaneRow lane) -> last.getOrDefault(lane.number(), Instant.EPOCH))
                        .reversed())
                .flatMap(lane -> lane.chat().stream().map(chat -> group(lane, chat, book,
                        Optional.ofNullable(last.get(lane.number())))))
                .toList();
    }

    private static Status.Group group(LaneRow lane, Chat chat, RuleBook book, Optional<Instant> last) {
        Profile profile = book.profileOf(chat, lane.firstName());
        String line = book.lineOf(chat, lane.firstName()).map(place -> place.source().name() + ":" + place.line())
                .orElse("");
        return new Status.Group(chat.id().value(), lower(chat.kind()), chat.channel(),
                line.isEmpty() ? "" : profile.id(), lower(profile.edition()), line,
                last.map(Instant::toString).orElse(""));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Long> queues(Optional<Bot> bot) {
        Map<String, Long> queues = new TreeMap<>();
        bot.ifPresent(running -> {
            queues.put("events.under.way", (long) running.dispatcher().underWay());
            queues.put("conversations.in.memory", (long) running.dispatcher().lanesInUse());
        });
        queues.put("alarms", figures.alarms());
        figures.waiting()
                .forEach((channel, count) -> queues.put("outbox." + (channel.isEmpty() ? "-" : channel), count));
        queues.put("journal.events", store.lastSeq());
        queues.put("journal.bytes", figures.bytes());
        return queues;
    }

    private List<Status.Trouble> problems(Bot bot, Rules.State state, Notices notices) {
        return Stream.of(stopped(bot), silent(bot), circles(bot),
                Stream.of("数据库写不下去(磁盘满了吗):新消息都回 503,企业微信会重投,有了地方自己接着来 (the store cannot be written, is the"
                        + " disk full? new events get a 503 and come again; it goes on by itself)")
                        .filter(_ -> store.writer().failing()).map(text -> new Status.Trouble("", text)),
                Stream.of(bot.archives().media().trouble()).filter(text -> !text.isEmpty())
                        .map(text -> new Status.Trouble("", text)),
                bot.archives().pullers().troubles().stream().map(trouble -> new Status.Trouble("", trouble)),
                state.problems().stream().filter(problem -> problem.severity() == Severity.ERROR)
                        .limit(2 * MOST).map(problem -> new Status.Trouble("", Notices.line(problem, Language.ZH))),
                notices.newest().stream(), undelivered().stream()).flatMap(lines -> lines).toList();
    }

    private static Stream<Status.Trouble> stopped(Bot bot) {
        return bot.outbox().stopped().entrySet().stream().map(entry -> new Status.Trouble("", "通道 " + entry.getKey()
                + " 停用,改好配置后 reload(nothing can be sent on it until its configuration is mended): "
                + entry.getValue()));
    }

    private static Stream<Status.Trouble> circles(Bot bot) {
        return bot.dispatcher().counters().circles.found().stream().limit(MOST).map(circle -> new Status.Trouble("",
                "规则互相触发,绕成了圈,已停下(rules react to each other in a circle; it was ended): " + circle));
    }

    private static Stream<Status.Trouble> silent(Bot bot) {
        return bot.outbox().silent().entrySet().stream().map(entry -> new Status.Trouble("", "通道 " + entry.getKey()
                + " 没有回应,话都等着,自己会再试(does not answer; words wait and are tried again): " + entry.getValue()));
    }

    private List<Status.Trouble> undelivered() {
        return figures.undelivered(MOST).stream()
                .map(words -> new Status.Trouble(words.at().toString(),
                        words.channel() + " " + words.outcome() + ": " + words.reason()))
                .toList();
    }
}
