package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Refused;
import io.qunbot.bot.Stats;
import io.qunbot.bot.Unanswered;
import io.qunbot.bot.report.Material;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot stats PROFILE}: which rules are used, which never, and what is missing. */
@Command(name = "stats", mixinStandardHelpOptions = true, description = "一份配置的规则用得怎样:命中、从未命中、没答上的问题 / how a profile's rules are used")
final class StatsCommand extends Context implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int FEW = 5;
    private static final int STEP_WIDTH = 24;

    @Parameters(arity = "0..1", paramLabel = "PROFILE", description = "哪份配置 / a profile's id")
    private String profile = "";

    @Option(names = "--segment", paramLabel = "SEGMENT", description = "只看这个分群:多少人、比上周多几个 / only how many are in this segment, and a week ago")
    private String segment = "";

    @Option(names = "--days", paramLabel = "N", description = "最近多少天,默认 30 / how many days back, 30 by default")
    private int days = 30;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        if (days < 1) {
            throw wrong(words("--days 至少是 1", "--days is at least 1"));
        }
        if (!segment.isEmpty()) {
            return SegmentsCommand.show(this, SegmentsCommand.counts(this, profile, segment), format);
        }
        if (profile.isEmpty()) {
            throw wrong(words("写上哪份配置,或者 --segment 分群", "write a profile, or --segment SEGMENT"));
        }
        Stats stats = stats();
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(stats));
        } else {
            print(stats);
        }
        return ExitCode.OK;
    }

    private Stats stats() {
        BotConfig config = config();
        Path data = home().data(config.data());
        try {
            return Admin.of(data)
                    .flatMap(admin -> admin.<Stats>get("/stats",
                            Map.of("profile", profile, "days", String.valueOf(days)), Stats.class))
                    .orElseGet(() -> offline(data, offline -> offline.stats(home(), config, profile, days)));
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }

    private void print(Stats stats) {
        out().println(stats.title() + " (" + stats.profile() + ")  " + words("最近 " + days + " 天,", days + " days, ")
                + stats.groups() + words(" 个会话,", " conversations, ") + stats.events()
                + words(" 条消息和事件", " messages and events"));
        rules(words("命中", "used"), stats.used());
        rules(words("一次也没有命中", "never used"), stats.idle());
        judged(stats.judged());
        stats.ways().forEach(way -> out().println(words("扫码进群 ", "joined by ") + way.state() + "  "
                + way.joined() + words(" 人", "")));
        steps(stats.steps());
        stats.leads().forEach(share -> out().println(words("线索 ", "leads from ") + share.name()
                + words("  交出 ", "  handed over ")
                + share.handed() + words(",跟进 ", ", accepted ") + share.accepted() + words(",退回 ", ", returned ")
                + share.returned() + " (" + share.returnRate() + "%)"));
        stats.segments().forEach(each -> out().println(words("分群 ", "segment ") + each.segment() + "  "
                + each.members() + words(" 人", " people")));
        care(stats.care());
        if (!stats.unanswered().isEmpty()) {
            out().println(words("没答上的问题(全部:./qunbot unanswered " + stats.profile() + ")",
                    "without an answer (all: ./qunbot unanswered " + stats.profile() + ")"));
            stats.unanswered().stream().limit(FEW).forEach(this::print);
        }
    }

    /** Where newcomers are lost: each step with its part of those who joined, the last of those who were reminded. */
    private void steps(List<Stats.Step> steps) {
        Map<String, Long> members = steps.stream().collect(Collectors.toMap(Stats.Step::name, Stats.Step::members));
        if (!steps.isEmpty()) {
            long joined = members.getOrDefault("joined", 0L);
            long reminded = members.getOrDefault("reminded", 0L);
            out().println(words("新人走到哪一步", "how far newcomers came"));
            steps.forEach(step -> out().println("  " + pad(name(step.name()), STEP_WIDTH) + step.members()
                    + part(step.members(), step.name().equals("introduced.after") ? reminded : joined)));
        }
    }

    /** Nothing where nobody follows questions. */
    private void care(Stats.Care care) {
        if (care.asked() + care.open() > 0) {
            out().println(words("问题 ", "questions ") + care.asked() + words(",超时 ", ", late ") + care.late()
                    + words(",还没人回 ", ", not answered yet ") + care.open() + words(",没解决 ", ", not settled ")
                    + care.unresolved()
                    + (care.median() < 0
                            ? ""
                            : words(",首次应答中位 ", ", first answer: median ") + time(care.median())
                                    + words("、九成在 ", ", nine of ten within ") + time(care.most())
                                    + words(" 内(营业时间)", " of business time")));
            care.by().forEach((who, times) -> out().println("  " + who + "  " + times + words(" 次", "x")));
        }
    }

    private String time(long seconds) {
        var spelt = Material.spell(seconds);
        return words(spelt.getKey(), spelt.getValue());
    }

    private String name(String step) {
        return switch (step) {
            case "joined" -> words("进群", "joined");
            case "welcomed" -> words("欢迎", "welcomed");
            case "introduced" -> words("自我介绍", "introduced themselves");
            case "reminded" -> words("没介绍,提醒", "reminded");
            case "introduced.after" -> words("提醒以后介绍", "introduced after it");
            default -> step;
        };
    }

    private static String pad(String text, int width) {
        int columns = text.codePoints().map(point -> point > 0xff ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, width - columns));
    }

    private static String part(long members, long of) {
        return of == 0 || members == of ? "" : "  " + Math.round(100.0 * members / of) + "%";
    }

    private void judged(List<Stats.Judged> rules) {
        if (!rules.isEmpty()) {
            out().println(words("草稿和批改:用了 / 改了 / 不对 / 没人用", "drafts and marks: used / changed / wrong / not taken"));
            rules.forEach(rule -> out().println("  %d / %d / %d / %d  %s".formatted(rule.used(), rule.changed(),
                    rule.wrong(), rule.late(), rule.name())));
        }
    }

    private void rules(String title, List<Stats.Rule> rules) {
        if (!rules.isEmpty()) {
            out().println(title + "  " + rules.size());
            rules.forEach(rule -> out().println("  "
                    + (rule.hits() == 0 ? "" : rule.hits() + words(" 次  ", "x  ")) + rule.name() + "  "
                    + (rule.where().isEmpty() ? words("(规则里已经没有了)", "(not in the rules any more)") : rule.where())
                    + (rule.last().isEmpty() ? "" : words("  最近 ", "  last ") + time(rule.last()))));
        }
    }

    private void print(Unanswered.Group group) {
        out().println("  " + group.count() + words(" 次  ", "x  ") + String.join(" / ", group.wordings()));
        if (!group.entry().isEmpty()) {
            out().println(group.entry().stripTrailing().indent(4).stripTrailing());
        }
    }

    private String time(String iso) {
        return TIME.format(Instant.parse(iso).atZone(zone()));
    }
}
