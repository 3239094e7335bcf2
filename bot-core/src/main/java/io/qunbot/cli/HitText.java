package io.qunbot.cli;

import io.qunbot.bot.search.Hit;
import io.qunbot.text.Fold;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found, for people and for tables. */
final class HitText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> COLUMNS = List.of("seq", "group", "groupName", "from", "fromName", "at", "type",
            "text", "recalled");

    private HitText() {}

    /** The conversation, what was before it, the message with what was sought in 【】, and what came after. */
    static List<String> lines(Hit hit, String sought) {
        List<String> lines = new ArrayList<>();
        boolean around = !hit.before().isEmpty() || !hit.after().isEmpty();
        hit.before().forEach(each -> lines.add("    " + line(each, each.text())));
        lines.add((around ? "  > " : "") + line(hit, marked(hit.text(), sought)));
        hit.after().forEach(each -> lines.add("    " + line(each, each.text())));
        if (around) {
            lines.add("");
        }
        return lines;
    }

    private static String line(Hit hit, String text) {
        String group = hit.groupName().isEmpty() ? hit.group() : hit.groupName();
        String who = hit.fromName().isEmpty() ? hit.from() : hit.fromName();
        String type = hit.type().equals("text") ? "" : " (" + hit.type() + ")";
        return TIME.format(OffsetDateTime.parse(hit.at())) + " " + group + " " + who + type
                + (hit.recalled() ? " [已撤回]" : "") + ": " + text.replace('\n', ' ');
    }

    /** The text with each place in 【】 at which it contains what was sought, as it was typed. */
    static String marked(String text, String sought) {
        String folded = Fold.of(sought);
        StringBuilder marked = new StringBuilder();
        for (int at = 0; at < text.length();) {
            int end = folded.isEmpty() ? -1 : end(text, at, folded);
            if (end > 0) {
                marked.append('【').append(text, at, end).append('】');
                at = end;
            } else {
                int next = text.offsetByCodePoints(at, 1);
                marked.append(text, at, next);
                at = next;
            }
        }
        return marked.toString();
    }

    /** Where something ends that begins here and folds to what is sought; -1 when it does not begin here. */
    private static int end(String text, int from, String folded) {
        int at = from;
        int matched = 0;
        while (matched < folded.length() && at < text.length()) {
            int next = text.offsetByCodePoints(at, 1);
            String one = Fold.of(text.substring(at, next));
            if (!folded.startsWith(one, matched)) {
                return -1;
            }
            matched += one.length();
            at = next;
        }
        return matched == folded.length() ? at : -1;
    }

    /** A table with a head. */
    static Stream<String> csv(List<Hit> hits) {
        return Stream.concat(Stream.of(Csv.row(COLUMNS)), hits.stream().map(hit -> Csv.row(cells(hit))));
    }

    /** The columns of a table. */
    static List<String> columns() {
        return COLUMNS;
    }

    static List<String> cells(Hit hit) {
        return List.of(String.valueOf(hit.seq()), hit.group(), hit.groupName(), hit.from(), hit.fromName(), hit.at(),
                hit.type(), hit.text(), String.valueOf(hit.recalled()));
    }

    static Stream<String> markdown(List<Hit> hits, String sought) {
        return Stream.concat(Stream.of("| 时间 | 群 | 谁 | 说了什么 |", "|---|---|---|---|"), hits.stream().map(hit -> "| "
                + Stream.of(TIME.format(OffsetDateTime.parse(hit.at())),
                        hit.groupName().isEmpty() ? hit.group() : hit.groupName(),
                        hit.fromName().isEmpty() ? hit.from() : hit.fromName(), marked(hit.text(), sought))
                        .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                        .collect(Collectors.joining(" | "))
                + " |"));
    }
}
