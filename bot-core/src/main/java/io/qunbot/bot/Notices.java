package io.qunbot.bot;

import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.Edit;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Urgency;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what became of the rules to those who should know: the log, the status, and the colleagues named in config. */
final class Notices {

    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private static final String EMPTIED = "rules/ 里一个规则文件也没有了,现有的规则继续运行(确实不要了就执行 reload)"
            + " / there are no rule files any more; the rules in force go on (the command reload takes it at its word)";
    private static final int KEPT = 10;
    private static final int MOST_PROBLEMS = 5;
    private static final String NO_TELLER = "没有能通知同事的通道,只记在这里 (no channel reaches colleagues: kept here)";

    private final Store store;
    private final List<String> admins;
    private final Supplier<Optional<String>> teller;
    private final InstantSource clock;
    private final Deque<Status.Trouble> newest = new ArrayDeque<>();
    private String trouble = "";

    /** @param teller the channel by which colleagues are told; empty when there is none */
    Notices(Store store, List<String> admins, Supplier<Optional<String>> teller, InstantSource clock) {
        this.store = store;
        this.admins = List.copyOf(admins);
        this.teller = teller;
        this.clock = clock;
    }

    /** Something was read. Trouble is told once, and again only when it is another. */
    synchronized void taken(Rules.Taken taken, Cause cause) {
        changed(taken, cause);
        String now = trouble(taken.state());
        String mistakes = mistakes(taken.state());
        if ((now + mistakes).equals(trouble)) {
            return;
        }
        trouble = now + mistakes;
        if (now.isEmpty()) {
            say("规则文件里的错误都改好了", "the rule files have no mistakes any more");
        } else {
            warn(now, mistakes);
        }
    }

    /** Something about a session archive that somebody has to look at. */
    synchronized void archive(String what) {
        log.warn("{}", what);
        remember(what);
        tell("【会话存档】", what);
    }

    /** Whether there is not a single rule file any more. */
    synchronized void emptied(boolean emptied) {
        if (emptied && !trouble.equals(EMPTIED)) {
            trouble = EMPTIED;
            warn(EMPTIED, "");
        } else if (!emptied && trouble.equals(EMPTIED)) {
            trouble = "";
            say("规则文件回来了", "the rule files are back");
        }
    }

    /** What was wrong lately, the newest last. */
    synchronized List<Status.Trouble> newest() {
        return List.copyOf(newest);
    }

    private void changed(Rules.Taken taken, Cause cause) {
        RuleVersion.Change change = taken.change();
        String book = taken.state().book().version();
        if (cause != Cause.START && !change.files().isEmpty()) {
            String files = change.files().stream().map(Edit::toString).collect(Collectors.joining(", "));
            say("规则版本 " + book + " 已生效(" + cause.words().zh() + "):" + files,
                    "rules " + book + " are in force (" + cause.words().en() + ")");
        }
        for (String removed : change.removed()) {
            say(Removals.words(removed).zh(), Removals.words(removed).en());
        }
        if (!change.files().isEmpty()) {
            change.rollouts().forEach(each -> say("先试点:" + each + ";其余的群不变", "tried first: " + each));
        }
        if (change.cancelled() > 0) {
            say("取消了 " + change.cancelled() + " 个不再有用的定时(等待中的回答、欢迎等)",
                    change.cancelled() + " alarms that mean nothing any more were cancelled");
        }
    }

    private static String trouble(Rules.State state) {
        if (state.held().isEmpty() && state.missing().isEmpty()) {
            return "";
        }
        return Stream.concat(
                state.held().stream()
                        .map(file -> file + " 有错误,上一个好的版本继续运行 / has mistakes, its last good version goes on"),
                state.missing().stream().map(file -> file + " 有错误,没有生效 / has mistakes and is not in force"))
                .collect(Collectors.joining("\n"));
    }

    private static String mistakes(Rules.State state) {
        return state.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).limit(MOST_PROBLEMS)
                .map(problem -> "\n" + line(problem, Language.ZH)).collect(Collectors.joining());
    }

    /** {@code rules/service.yaml:6:5 R001 …} */
    static String line(Problem problem, Language language) {
        return problem.place() + " " + problem.code() + " " + problem.message().in(language);
    }

    private void say(String zh, String en) {
        log.info("{} / {}", zh, en);
    }

    private void warn(String what, String mistakes) {
        (what + mistakes).lines().forEach(line -> log.warn("{}", line));
        what.lines().forEach(this::remember);
        tell("【规则】", what + mistakes);
    }

    private void tell(String heading, String text) {
        if (!admins.isEmpty()) {
            OutboxRow tell = words(heading + text);
            store.writer().submit(new SmallUnit("a notice to colleagues", tables -> tables.post(tell)));
        }
    }

    private OutboxRow words(String text) {
        Instant now = clock.instant();
        String channel = teller.get().orElse("");
        OutboxRow words = new OutboxRow(0, 0, OutboxRow.HOUSE, channel, "tell", String.join(",", admins),
                text, "qunbot", "rules", now, now, now.plus(Urgency.HANDOFF.lifetime()), 0, Outcome.WAITING,
                "")
                .with(OutboxRow.Route.by(channel, Manner.HANDOFF.urgent()));
        return channel.isEmpty() ? words.ended(Outcome.UNSUPPORTED, NO_TELLER) : words;
    }

    private void remember(String line) {
        newest.add(new Status.Trouble(clock.instant().toString(), line));
        if (newest.size() > KEPT) {
            newest.remove();
        }
    }
}
