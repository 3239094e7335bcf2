package io.qunbot.bot.explain;

import io.qunbot.bot.explain.Explanation.Answer;
import io.qunbot.bot.explain.Explanation.Said;
import io.qunbot.pipeline.TraceLine;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.yaml.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation for people: the answer first, then everything in order. */
public final class ExplanationText {

    private static final int BRIEF = 6;

    private final Language language;

    public ExplanationText(Language language) {
        this.language = language;
    }

    /** All of it. */
    public String of(Explanation why) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(why));
        where(why.answer()).forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.addAll(scene(why));
        lines.add("");
        found(TraceLine.CORE, why.lines()).forEach(lines::add);
        for (int at = 0; at < why.stages().size(); at++) {
            stage(at, why, lines);
        }
        others(why).forEach(stage -> {
            lines.add(stage);
            lines.addAll(found(stage, why.lines()));
        });
        lines.add("");
        lines.addAll(outcome(why));
        lines.add(words("所以:", "So: ") + why.answer().in(language));
        return String.join("\n", lines);
    }

    /** For a chat: what was asked about, the answer, and what decided. */
    public String brief(Explanation why) {
        List<String> lines = new ArrayList<>();
        lines.add(why.scene().at().substring(11) + " " + why.scene().from() + ": " + shorten(why.text()));
        lines.add(headline(why));
        lines.addAll(where(why.answer()));
        why.said().forEach(said -> lines.add(said(said)));
        why.lines().stream().filter(line -> !line.is(Kind.COMPARED) && !line.is(Kind.NOTED)).limit(BRIEF)
                .filter(line -> !line.in(language).isEmpty() && !why.answer().in(language).contains(line.in(language)))
                .forEach(line -> lines.add(mark(line) + " " + text(line)));
        lines.add(words("规则版本 ", "rules ") + why.profile().version());
        return String.join("\n", lines);
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= 30
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 30)) + "…";
    }

    private String headline(Explanation why) {
        Answer answer = why.answer();
        String verb = why.happened()
                ? words(answer.silent() ? "没有说话" : "说了话", answer.silent() ? "It kept quiet" : "It spoke")
                : words(answer.silent() ? "不会说话" : "会说话", answer.silent() ? "It would keep quiet" : "It would speak");
        return verb + words(":", ": ") + answer.in(language);
    }

    private List<String> where(Answer answer) {
        return Stream.of(line(answer.place()),
                answer.cause().isEmpty() ? "" : words("原因在 ", "because of ") + line(answer.cause()))
                .filter(line -> !line.isEmpty()).toList();
    }

    /** {@code rules/service.yaml:6}: the column is for tools. */
    private static String line(String place) {
        return place.replaceFirst("^(.*:\\d+):\\d+$", "$1");
    }

    private List<String> scene(Explanation why) {
        Explanation.Scene scene = why.scene();
        List<String> lines = new ArrayList<>();
        lines.add(words("群    ", "group    ") + scene.group() + " (" + scene.kind()
                + (scene.channel().isEmpty() ? "" : words(",通道 ", ", channel ") + scene.channel()) + ")");
        lines.add(words("谁    ", "who      ") + scene.from() + " (" + scene.role() + ")  " + scene.at());
        lines.add(words("消息  ", "message  ") + why.text().replaceAll("\\s+", " "));
        lines.add(words("比较  ", "compared ")
                + (why.compared().isEmpty() ? words("(没有字)", "(no words)") : why.compared()));
        lines.add(words("配置  ", "profile  ") + why.profile().id()
                + (why.profile().title().isEmpty() ? "" : " " + why.profile().title()) + "  mode: "
                + why.profile().mode()
                + (why.profile().claim().isEmpty() ? "" : "  " + line(why.profile().claim())));
        lines.add(words("规则  ", "rules    ") + why.profile().version());
        return lines;
    }

    private void stage(int at, Explanation why, List<String> lines) {
        String stage = why.stages().get(at);
        List<String> found = found(stage, why.lines());
        lines.add((at + 1) + " " + stage + (found.isEmpty() ? "  " + nothing(at, why) : ""));
        lines.addAll(found);
    }

    private String nothing(int at, Explanation why) {
        List<String> before = why.stages().subList(0, at);
        boolean stopped = why.lines().stream()
                .anyMatch(line -> line.numbers().containsKey("stops") && before.contains(line.stage()));
        if (stopped) {
            return words("没有轮到", "was not asked");
        }
        return why.happened() ? words("没有记下什么", "noted nothing") : words("没有要说的", "has nothing to say");
    }

    /** Stages that noted something and are not in the profile any more, or never were. */
    private static List<String> others(Explanation why) {
        return why.lines().stream().map(TraceLine::stage)
                .filter(stage -> !stage.equals(TraceLine.CORE) && !why.stages().contains(stage)).distinct().toList();
    }

    private List<String> found(String stage, List<TraceLine> all) {
        return all.stream().filter(line -> line.stage().equals(stage)).flatMap(line -> Stream.of(
                "  " + mark(line) + " " + text(line),
                places(line).isEmpty() ? "" : "      " + places(line))).filter(line -> !line.isEmpty()).toList();
    }

    private String places(TraceLine line) {
        return Stream.of(line(line.place()), line.cause().isEmpty() ? "" : "← " + line(line.cause()))
                .filter(place -> !place.isEmpty()).collect(Collectors.joining("  "));
    }

    private String text(TraceLine line) {
        return (line.rule().isEmpty() ? "" : line.rule() + words(":", ": ")) + line.in(language);
    }

    private static String mark(TraceLine line) {
        if (line.isFailure()) {
            return "!";
        }
        return line.is(Kind.ACTS)
                ? "✓"
                : line.is(Kind.WAITS) ? "…" : line.is(Kind.REFUSED) || line.is(Kind.BARRED) ? "✗" : "·";
    }

    private List<String> outcome(Explanation why) {
        return why.said().isEmpty()
                ? List.of(words("结果:什么也没说", "Outcome: nothing was said"))
                : why.said().stream().map(this::said).toList();
    }

    private String said(Said said) {
        String how = said.how().replaceFirst("^would ", "");
        String verb = switch (how) {
            case "tell" -> words("告诉 " + said.to(), "tells " + said.to());
            case "draft" -> words("给 " + said.to() + " 一份草稿", "a draft for " + said.to());
            case "task" -> words("群主要确认的群发任务", "a task for the owner to confirm");
            case "answer" -> words("在回调里回答", "answers the callback");
            default -> words("主动说", "says");
        };
        String outcome = said.outcome().isEmpty()
                ? ""
                : "  [" + said.outcome() + (said.reason().isEmpty() ? "" : ":" + said.reason()) + "]";
        String rule = said.rule().endsWith("/") || said.rule().isEmpty() ? "" : " (" + said.rule() + ")";
        return words("结果:", "Outcome: ") + verb + rule + words(":", ": ") + said.text() + outcome;
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
