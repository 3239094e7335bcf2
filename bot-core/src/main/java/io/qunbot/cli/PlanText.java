package io.qunbot.cli;

import io.qunbot.bot.plan.Plan;
import io.qunbot.yaml.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as people read it: what changes most comes first, with examples. */
final class PlanText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int LONGEST = 60;

    private final Plan plan;
    private final Language language;
    private final int examples;
    private final List<String> lines = new ArrayList<>();

    PlanText(Plan plan, Language language, int examples) {
        this.plan = plan;
        this.language = language;
        this.examples = examples;
    }

    List<String> lines(int days) {
        head(days);
        kind(Plan.Kind.NEW, words("会新增的回答", "new answers"));
        kind(Plan.Kind.LOST, words("会消失的回答", "lost answers"));
        kind(Plan.Kind.CHANGED, words("会改变的回答", "changed answers"));
        plan.moves().forEach(move -> lines.add(words("换配置  ", "profile  ") + move.group() + "  " + move.before()
                + " → " + move.after() + words("(" + move.messages() + " 条消息)", " (" + move.messages()
                        + " messages)")));
        plan.crowded().forEach(this::crowded);
        plan.nights().forEach(night -> lines.add(words("夜里提醒  ", "at night  ") + night.who() + "  " + night.group()
                + "  " + night.before() + " → " + night.after() + words(" 次(22:00–8:00)", " times (22:00-8:00)")));
        return lines;
    }

    private void head(int days) {
        lines.add(words("版本 " + plan.before() + " → " + plan.after() + ",最近 " + days + " 天 " + plan.messages()
                + " 条消息,",
                "version " + plan.before() + " -> " + plan.after() + ", " + plan.messages()
                        + " messages of " + days + " days in ")
                + plan.conversations() + words(" 个会话", " conversations"));
        int all = plan.changes().size();
        if (plan.messages() == 0) {
            lines.add(words("存档里没有这段时间的消息,没有什么可以比的", "there are no messages of that time to compare"));
        } else if (all == 0) {
            lines.add(words("没有一条消息会有不同的结果", "not one message would be dealt with otherwise"));
        } else {
            lines.add(words(all + " 条消息会有不同的结果", all + " messages would be dealt with otherwise"));
        }
    }

    private void kind(Plan.Kind kind, String title) {
        List<Plan.Change> all = plan.changes(kind);
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title + "  " + all.size());
        byRule(all).entrySet().stream().sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .forEach(rule -> {
                    lines.add("  " + rule.getKey() + "  ×" + rule.getValue().size());
                    rule.getValue().stream().limit(examples).forEach(this::example);
                });
    }

    private static Map<String, List<Plan.Change>> byRule(List<Plan.Change> changes) {
        return changes.stream().collect(Collectors.groupingBy(change -> change.profile() + "  "
                + (change.after().isEmpty() ? change.before() : change.after()).stream().map(Plan.Words::rule)
                        .distinct().collect(Collectors.joining(", ")),
                LinkedHashMap::new, Collectors.toList()));
    }

    private void example(Plan.Change change) {
        lines.add("    " + change.group() + "  " + time(change.at()) + "  "
                + (change.from().isEmpty() ? "" : change.from() + words(":", ": ")) + brief(change.text()));
        change.before().forEach(said -> lines.add("      - " + said(said)));
        change.after().forEach(said -> lines.add("      + " + said(said)));
    }

    private static String said(Plan.Words said) {
        return (said.who().isEmpty() ? "" : "@" + said.who() + " ") + brief(said.text());
    }

    private void crowded(Plan.Crowded crowded) {
        boolean minute = crowded.within().equals("PT1M");
        lines.add(words("太密  ", "too often  ") + crowded.group() + words("  一" + (minute ? "分钟" : "小时") + "里说 ",
                "  within " + (minute ? "a minute " : "an hour ")) + crowded.before() + " → " + crowded.most()
                + words(" 次,企业微信最多 ", " times, WeCom allows ") + crowded.allowed() + "  ("
                + time(crowded.at()) + ")");
    }

    private static String time(String iso) {
        return TIME.format(Instant.parse(iso).atZone(ZoneId.systemDefault()));
    }

    private static String brief(String text) {
        String line = String.join(" ", text.strip().split("\\s+", -1));
        int end = Math.min(line.length(), line.offsetByCodePoints(0, Math.min(LONGEST,
                line.codePointCount(0, line.length()))));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
