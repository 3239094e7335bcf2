package io.qunbot.cli.trying;

import io.qunbot.chat.ChatKind;
import io.qunbot.simulation.run.Heard;
import io.qunbot.simulation.run.Wordings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps a conversation as the lines of a transcript. */
final class Recording {

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> colleagues = new LinkedHashMap<>();
    private final LocalDateTime start;
    private LocalDateTime last;

    Recording(LocalDateTime start) {
        this.start = start;
        this.last = start;
    }

    /** When something was last written down. */
    LocalDateTime last() {
        return last;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Somebody of a post takes part. */
    void colleague(String name, String post) {
        colleagues.put(name, post);
    }

    /** Something happens: {@code 李雷: 发票怎么开}. */
    void happens(LocalDateTime at, String what) {
        lines.add(Wordings.time(at, today()) + what);
        last = at;
    }

    /** {@code restart} and the like, which have no time. */
    void command(String what) {
        lines.add(what);
    }

    void heard(Heard heard, Wordings wordings) {
        if (!heard.watched()) {
            lines.add(wordings.line(heard, today()));
            last = heard.at();
        }
    }

    private LocalDate today() {
        return last.toLocalDate();
    }

    /**
     * The conversation as a case of a test file.
     *
     * @param indent how far its dash stands from the left
     * @param until when nothing else had been said; empty when nothing is to come either
     */
    String yaml(String name, ChatKind kind, int indent, Optional<LocalDateTime> until) {
        String pad = " ".repeat(indent);
        StringBuilder yaml = new StringBuilder(pad).append("- name: ").append(quoted(name)).append('\n');
        yaml.append(pad).append("  in: ").append(kind.name().toLowerCase(Locale.ROOT)).append('\n');
        if (!colleagues.isEmpty()) {
            yaml.append(pad).append("  people: { ");
            yaml.append(String.join(", ", colleagues.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue())).toList())).append(" }\n");
        }
        yaml.append(pad).append("  start: \"").append(start.toLocalDate()).append("\"\n").append(pad)
                .append("  chat:\n");
        lines.forEach(line -> yaml.append(pad).append("    - ").append(written(line)).append('\n'));
        until.ifPresent(end -> yaml.append(pad).append("    - ").append("silence until ")
                .append(Wordings.time(end, today()).strip()).append('\n'));
        return yaml.toString();
    }

    /** Commands need no quotes. */
    private static String written(String line) {
        return line.indexOf(' ') < 0 && line.chars().allMatch(Character::isLowerCase) ? line : quoted(line);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
