package io.qunbot.cli;

import io.qunbot.bot.Status;
import io.qunbot.bot.publish.DraftTally;
import io.qunbot.bot.publish.Rollout;
import io.qunbot.bot.publish.Tally;
import io.qunbot.yaml.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A status as people read it. */
final class StatusText {

    private static final int FEW = 20;

    private final Status status;
    private final Language language;
    private final boolean all;
    private final List<String> lines = new ArrayList<>();

    StatusText(Status status, Language language, boolean all) {
        this.status = status;
        this.language = language;
        this.all = all;
    }

    List<String> lines() {
        lines.add(status.running()
                ? words("正在运行 ", "running ") + status.version()
                : words("没有在运行;以下来自数据目录", "not running; this is from the data folder"));
        line("规则版本", "rules", status.book() + (status.since().isEmpty()
                ? ""
                : words(",生效于 ", ", since ") + Versioned.time(status.since())));
        line("配置", "profiles", pairs(status.profiles()));
        line("沿用旧版的文件", "files of which the last good version runs", String.join(" ", status.held()));
        line("没有生效的文件", "files not in force", String.join(" ", status.missing()));
        status.rollouts().forEach(this::rollout);
        line("通道", "channels", pairs(status.channels()));
        list("长连接", "long connections", status.lines().stream().map(this::connection).toList());
        line("插件", "plugins", String.join(" ", status.plugins()));
        line("计数", "counts", pairs(withoutZeros(status.counts())));
        line("排队", "queues", pairs(withoutZeros(status.queues())));
        line("发出", "outbox", pairs(status.outbox()));
        status.paused().forEach(paused -> line("暂停的安排", "paused", paused));
        status.failing().forEach(failing -> line("出错的插件", "failing", failing));
        groups();
        unclaimed();
        list("最近的问题", "lately", status.problems().stream().map(trouble -> trouble.at().isEmpty()
                ? words("现在  ", "now  ") + trouble.text()
                : Versioned.time(trouble.at()) + "  " + trouble.text()).toList());
        return lines;
    }

    private void rollout(Rollout rollout) {
        line("试点", "tried first", rollout.profile() + words(" 的新版 ", ", version ") + rollout.version()
                + words(" 先在 ", " in ") + String.join(words("、", ", "), rollout.groups())
                + words(",其余的群用 ", "; all others stay with ")
                + rollout.base() + words(";从 ", "; since ") + Versioned.time(rollout.since()));
        lines.add("    " + words("新版:", "new: ") + tally(rollout.trial()) + drafts(rollout.trialDrafts()));
        lines.add("    " + words("旧版:", "old: ") + tally(rollout.settled()) + drafts(rollout.settledDrafts()));
    }

    private String tally(Tally tally) {
        return words("消息 ", "messages ") + tally.messages() + words(",回答 ", ", answered ")
                + share(tally.answered(), tally)
                + words(",没说话 ", ", silent ") + share(tally.silent(), tally) + words(",插件出错 ", ", plugin failures ")
                + tally.failures();
    }

    private String drafts(DraftTally drafts) {
        return drafts.judged() == 0
                ? ""
                : words(",评过的草稿 ", ", drafts judged ") + drafts.judged() + words(",不对 ", ", wrong ")
                        + share(drafts.wrong(), drafts.judged());
    }

    private static String share(long count, Tally tally) {
        return share(count, tally.messages());
    }

    private static String share(long count, long all) {
        return count + (all == 0 ? "" : " (" + Math.round(100.0 * count / all) + "%)");
    }

    private void groups() {
        List<Status.Group> shown = all ? status.groups() : status.groups().stream().limit(FEW).toList();
        list("群", "groups", shown.stream().map(this::group).toList());
        if (shown.size() < status.groups().size()) {
            lines.add("    " + words("还有 " + (status.groups().size() - shown.size()) + " 个,用 --all 看",
                    (status.groups().size() - shown.size()) + " more, see --all"));
        }
    }

    private void unclaimed() {
        int count = status.unclaimed().size();
        List<Status.Open> shown = all ? status.unclaimed() : status.unclaimed().stream().limit(FEW).toList();
        list("没有认领的群 " + count + " 个(把 id 写进一份配置的 groups)",
                count + " unclaimed groups (put the id into the groups of a profile)",
                shown.stream().map(this::open).toList());
    }

    private String open(Status.Open group) {
        return group.id() + (group.name().isEmpty() || group.name().equals(group.id()) ? "" : "  " + group.name())
                + words("  最近 ", "  last ") + Versioned.time(group.last())
                + (group.tied().isEmpty()
                        ? ""
                        : words("  这些配置都要,谁也没归:", "  wanted by each of: ") + String.join("、", group.tied()));
    }

    private String connection(Status.Line line) {
        String state = switch (line.state()) {
            case "connected" -> words("已连上,从 ", "connected since ");
            case "connecting" -> words("正在重连,从 ", "reconnecting since ");
            case "taken" -> words("被另一个程序接走,不再重连,从 ", "taken by another program, since ");
            case "refused" -> words("企业微信不认这个机器人,不再重连,从 ", "refused by WeCom, since ");
            default -> words("已断开,从 ", "closed since ");
        };
        return line.channel() + "  " + state + Versioned.time(line.since())
                + (line.trouble().isEmpty() ? "" : words("  上次的问题:", "  last trouble: ") + line.trouble());
    }

    private String group(Status.Group group) {
        String profile = group.profile().isEmpty()
                ? words(status.running() ? "没有配置" : "", status.running() ? "no profile" : "")
                : group.profile() + edition(group) + " (" + group.line() + ")";
        return group.id() + "  " + group.kind() + "  " + group.channel() + (profile.isEmpty() ? "" : "  " + profile)
                + (group.last().isEmpty() ? "" : words("  最近 ", "  last ") + Versioned.time(group.last()));
    }

    private String edition(Status.Group group) {
        return switch (group.edition()) {
            case "trial" -> words(" 新版", " new");
            case "settled" -> words(" 旧版", " old");
            default -> "";
        };
    }

    private void list(String zh, String en, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add(words(zh, en) + ":");
            entries.forEach(entry -> lines.add("    " + entry));
        }
    }

    private void line(String zh, String en, String value) {
        if (!value.isEmpty()) {
            lines.add(words(zh, en) + ": " + value);
        }
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> counts) {
        Map<String, Long> some = new TreeMap<>(counts);
        some.values().removeIf(count -> count == 0);
        return some;
    }

    private static String pairs(Map<String, ?> values) {
        return values.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
