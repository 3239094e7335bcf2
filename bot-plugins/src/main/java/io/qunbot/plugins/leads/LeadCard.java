package io.qunbot.plugins.leads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.chat.Body;
import io.qunbot.chat.Verdict;
import io.qunbot.plugin.Answer;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A lead as a card with buttons, within what WeCom takes (document 90236): what does not fit is counted, and where the
 * rest is to be found.
 *
 * @param values what words may name
 * @param lines what speaks for them
 */
record LeadCard(Hand hand, Map<String, Object> values, List<String> lines) {

    /** Bytes of the text below the title, and as many of what is quoted. */
    private static final int TEXT = 512;
    /** Bytes of a button's key. */
    private static final int KEY = 1024;
    private static final int REASONS = 5;
    private static final int LONGEST_VALUE = 30;
    private static final int LONGEST_BUTTON = 10;
    private static final String MORE = "…";

    LeadCard {
        values = Map.copyOf(values);
        lines = List.copyOf(lines);
    }

    /** @param words all of it, for where no buttons can be pressed */
    Body.Asking asking(String words) {
        Body.Card card = new Body.Card("线索:" + value("name") + " " + value("score") + " 分", text(), facts(), buttons(),
                Body.Target.NONE);
        return new Body.Asking(card, new Body.Fact("建议开场", cut(value("opening"), TEXT)), words);
    }

    private String value(String name) {
        return String.valueOf(values.getOrDefault(name, ""));
    }

    private List<Body.Fact> facts() {
        return Stream.of(new Body.Fact("阶段", value("stage")), new Body.Fact("群", value("groups")),
                new Body.Fact("标签", value("tags")), new Body.Fact("请答复", value("due") + " 前"))
                .map(fact -> new Body.Fact(fact.name(), shortened(fact.value(), LONGEST_VALUE))).toList();
    }

    /** Whole lines as far as they fit, and how many there are more. */
    private String text() {
        for (int shown = lines.size(); shown > 1; shown--) {
            String text = text(shown);
            if (bytes(text) <= TEXT) {
                return text;
            }
        }
        String more = more(1);
        return lines.isEmpty() ? "" : cut(lines.getFirst(), TEXT - bytes(more)) + more;
    }

    private String text(int shown) {
        return String.join("\n", lines.subList(0, shown)) + more(shown);
    }

    private String more(int shown) {
        return shown >= lines.size()
                ? ""
                : "\n还有 " + (lines.size() - shown) + " 条:./qunbot member " + value("name");
    }

    private List<Body.Button> buttons() {
        List<Body.Button> buttons = new ArrayList<>();
        buttons.add(new Body.Button(Answer.key(Verdict.TAKEN, ""), "接了", Body.Look.MAIN));
        List<String> reasons = hand.reasons().stream().map(Located::value).toList();
        if (reasons.isEmpty()) {
            buttons.add(new Body.Button(Answer.key(Verdict.RETURNED, ""), "退回", Body.Look.QUIET));
        }
        reasons.stream().filter(reason -> bytes(Answer.key(Verdict.RETURNED, reason)) <= KEY).limit(REASONS)
                .map(reason -> new Body.Button(Answer.key(Verdict.RETURNED, reason),
                        shortened("退回:" + reason, LONGEST_BUTTON), Body.Look.QUIET))
                .forEach(buttons::add);
        return buttons;
    }

    private static String shortened(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + MORE;
    }

    /** The text, or as many whole characters of it as fit. */
    private static String cut(String text, int room) {
        if (bytes(text) <= room) {
            return text;
        }
        int end = 0;
        for (int left = room - bytes(MORE); end < text.length();) {
            String next = Character.toString(text.codePointAt(end));
            left -= bytes(next);
            if (left < 0) {
                break;
            }
            end += next.length();
        }
        return text.substring(0, end) + MORE;
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
