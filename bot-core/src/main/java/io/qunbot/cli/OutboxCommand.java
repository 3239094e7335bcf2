package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Postbox;
import io.qunbot.bot.Refused;
import io.qunbot.chat.Outcome;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Mistake;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot outbox}: what waits to be said, and what became of the rest. */
@Command(name = "outbox", mixinStandardHelpOptions = true, description = "要发的和发过的话:在等什么、结果、原因 / words that wait, and what became of the others", subcommands = {
        OutboxCommand.Retry.class, OutboxCommand.Cancel.class})
final class OutboxCommand extends Context implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final int LONGEST = 60;

    @Parameters(arity = "0..1", paramLabel = "GROUP", description = "群的 id,见 archive groups;不写就是全部 / a group's id, see archive groups; all by default")
    private String group = "";

    @Option(names = "--outcome", paramLabel = "OUTCOME", description = "只看这种结果,例如 waiting、failed、expired / only those with this outcome")
    private String outcome = "";

    @Option(names = "--since", paramLabel = "TIME", description = "最近多久,默认 1d / how far back, 1d by default")
    private String since = "1d";

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        List<Postbox.Entry> entries = entries().orElseThrow(() -> new Trouble(
                "没有见过这个群:" + group + "。见过哪些群:./qunbot archive groups",
                "this group was never seen: " + group + "; those that were: ./qunbot archive groups"));
        if (format == CheckCommand.Format.JSON) {
            out().println(json(entries));
        } else if (entries.isEmpty()) {
            out().println(words("# 没有", "# none"));
        } else {
            entries.reversed().forEach(this::print);
        }
        return ExitCode.OK;
    }

    private Optional<List<Postbox.Entry>> entries() {
        Instant from = InstantSource.system().instant().minus(span());
        BotConfig config = config();
        Path data = home().data(config.data());
        String wanted = outcome();
        return Admin.of(data)
                .map(admin -> admin.<List<Postbox.Entry>>get("/outbox",
                        Map.of("group", group, "outcome", wanted, "since", from.toString()),
                        new TypeToken<List<Postbox.Entry>>() {
                        }.getType()))
                .orElseGet(() -> offline(data, offline -> offline.postbox().list(group, wanted, from)));
    }

    private Duration span() {
        try {
            return Durations.parse(since);
        } catch (Mistake mistake) {
            throw wrong("--since: " + words(mistake.message().zh(), mistake.message().en()));
        }
    }

    private String outcome() {
        String wanted = outcome.toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> known = Arrays.stream(Outcome.values()).map(Outcome::name).toList();
        if (!wanted.isEmpty() && !known.contains(wanted)) {
            throw wrong("--outcome " + known.stream().map(each -> each.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" | ")));
        }
        return wanted;
    }

    private void print(Postbox.Entry entry) {
        String who = entry.to().isEmpty() ? entry.group() : entry.group() + " → @" + entry.to();
        String route = entry.route().isEmpty() ? words("没有通道", "no channel") : entry.route();
        out().println(entry.id() + "  " + time(entry.created()) + "  " + state(entry) + "  " + who + "  " + entry.kind()
                + "  " + entry.rule() + "  " + words("经 ", "by ") + route + "  " + shortened(entry.text()));
        if (!entry.reason().isEmpty()) {
            out().println("    " + entry.reason());
        }
    }

    private String state(Postbox.Entry entry) {
        String tries = entry.tries() > 1 ? words(" 试了 " + entry.tries() + " 次", ", tries: " + entry.tries()) : "";
        return entry.outcome().equals("waiting")
                ? words("等到 ", "waits until ") + time(entry.due()) + tries
                : entry.outcome() + tries;
    }

    private static String shortened(String text) {
        String line = String.join(" ", text.strip().split("\\s+", -1));
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private String time(String iso) {
        return TIME.format(Instant.parse(iso).atZone(zone()));
    }

    private static String json(Object value) {
        return new GsonBuilder().disableHtmlEscaping().create().toJson(value);
    }

    /** Does something with one of them. */
    private static int change(Context context, String path, long id,
            BiFunction<Postbox, Long, Optional<Postbox.Entry>> change) {
        Path data = context.data();
        Optional<Postbox.Entry> entry = Admin.of(data)
                .map(admin -> admin.<Postbox.Entry>post(path, Map.of("id", String.valueOf(id)), Postbox.Entry.class))
                .orElseGet(() -> context.offline(data, offline -> attempt(offline.postbox(), id, change)));
        Postbox.Entry known = entry
                .orElseThrow(() -> new Trouble("没有第 " + id + " 条,见 ./qunbot outbox",
                        "there are no words " + id + ", see ./qunbot outbox"));
        context.out().println(known.id() + "  " + known.outcome() + "  " + shortened(known.text()));
        return ExitCode.OK;
    }

    private static Optional<Postbox.Entry> attempt(Postbox postbox, long id,
            BiFunction<Postbox, Long, Optional<Postbox.Entry>> change) {
        try {
            return change.apply(postbox, id);
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }

    /** {@code qunbot outbox retry ID}. */
    @Command(name = "retry", mixinStandardHelpOptions = true, description = "没发出去的再发一次 / words that were given up are tried again")
    static final class Retry extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "第几条,见 outbox / which words, see outbox")
        private long id;

        @Override
        public Integer call() {
            return change(this, "/outbox/retry", id, Postbox::retry);
        }
    }

    /** {@code qunbot outbox cancel ID}. */
    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "还在等的不发了 / words that wait are taken back")
    static final class Cancel extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "第几条,见 outbox / which words, see outbox")
        private long id;

        @Override
        public Integer call() {
            return change(this, "/outbox/cancel", id, Postbox::cancel);
        }
    }
}
