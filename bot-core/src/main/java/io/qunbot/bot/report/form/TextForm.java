package io.qunbot.bot.report.form;

import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Report;
import io.qunbot.yaml.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report in plain text: columns line up where a Chinese character is as wide as two others. */
public final class TextForm {

    private final Language language;

    public TextForm(Language language) {
        this.language = language;
    }

    public String of(Report report) {
        StringBuilder text = new StringBuilder(Heading.of(report, language)).append('\n');
        for (Part part : report.parts()) {
            text.append("\n== ").append(part.title().in(language)).append(" ==\n");
            part.warnings().forEach(warning -> text.append("⚠ ").append(warning.in(language)).append('\n'));
            part.facts().forEach(fact -> text.append("  ").append(fact.name().in(language)).append("  ")
                    .append(fact.value().in(language)).append('\n'));
            part.tables().forEach(table -> table(table, text));
        }
        return text.toString();
    }

    private void table(Part.Table table, StringBuilder text) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.head().stream().map(head -> head.in(language)).toList());
        lines.addAll(table.rows());
        int[] widths = IntStream.range(0, table.head().size())
                .map(column -> lines.stream().mapToInt(line -> width(line.get(column))).max().orElse(0)).toArray();
        text.append("  -- ").append(table.title().in(language)).append('\n');
        lines.forEach(line -> text.append("  ").append(IntStream.range(0, line.size())
                .mapToObj(column -> line.get(column) + " ".repeat(widths[column] - width(line.get(column))))
                .collect(Collectors.joining("  ")).stripTrailing()).append('\n'));
    }

    private static int width(String text) {
        return text.codePoints().map(point -> point > 0x2e7f ? 2 : 1).sum();
    }
}
