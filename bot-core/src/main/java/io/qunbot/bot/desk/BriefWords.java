package io.qunbot.bot.desk;

import io.qunbot.chat.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list as a colleague gets it: how much there is, the most pressing of it, and buttons where there can be some. */
final class BriefWords {

    private static final Map<String, String> KINDS = Map.of("draft", "草稿", "task", "待确认", "tell", "提醒", "lead", "线索");
    /** More of a value is cut off on a card. */
    private static final int LONGEST = 26;

    private BriefWords() {}

    /** @param items the most pressing first */
    static Body.Card card(List<Worklist.Item> items, int most) {
        List<Body.Fact> facts = items.stream().limit(most)
                .map(item -> new Body.Fact("#" + item.id() + kind(item) + late(item), shortened(what(item)))).toList();
        return new Body.Card("等您处理的有 " + items.size() + " 件", counts(items), facts, buttons(items), Body.Target.NONE);
    }

    private static String counts(List<Worklist.Item> items) {
        long overdue = items.stream().filter(Worklist.Item::overdue).count();
        String counts = Stream.of("lead", "draft", "task", "tell").map(kind -> KINDS.get(kind) + " "
                + items.stream().filter(item -> item.kind().equals(kind)).count()).filter(each -> !each.endsWith(" 0"))
                .collect(Collectors.joining(","));
        return counts + (overdue > 0 ? "(超时 " + overdue + ")" : "") + "。回“待办”看全部,按编号处理:用了 12、改了 12、不对 12、接了 12。";
    }

    private static String kind(Worklist.Item item) {
        return " " + KINDS.getOrDefault(item.kind(), item.kind());
    }

    private static String late(Worklist.Item item) {
        return item.overdue() ? "超时" : item.urgent() ? "急" : "";
    }

    private static String what(Worklist.Item item) {
        return (item.groupName().isEmpty() ? item.group() : item.groupName()) + ":"
                + (item.quote().isEmpty() ? item.text() : item.quote());
    }

    private static String shortened(String text) {
        String line = String.join(" ", text.strip().split("\\s+", -1));
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static List<Body.Button> buttons(List<Worklist.Item> items) {
        List<Body.Button> buttons = new ArrayList<>();
        buttons.add(new Body.Button(DeskCommand.SHOW, "看全部", Body.Look.MAIN));
        if (items.stream().anyMatch(item -> item.kind().equals("tell"))) {
            buttons.add(new Body.Button(DeskCommand.TAKE_ALL, "提醒都接了", Body.Look.QUIET));
        }
        return buttons;
    }
}
