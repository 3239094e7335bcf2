package io.qunbot.bot.report.form;

import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Report;
import io.qunbot.yaml.Language;
import java.util.List;
import java.util.stream.Collectors;

/** A report in Markdown, to be pasted into a document. What people typed stays text. */
public final class MarkdownForm {

    private final Language language;

    public MarkdownForm(Language language) {
        this.language = language;
    }

    public String of(Report report) {
        StringBuilder text = new StringBuilder("# " + plain(Heading.of(report, language)) + "\n");
        for (Part part : report.parts()) {
            text.append("\n## ").append(part.title().in(language)).append("\n\n");
            part.warnings().forEach(warning -> text.append("> ⚠ ").append(plain(warning.in(language))).append("\n\n"));
            part.facts().forEach(fact -> text.append("- ").append(plain(fact.name().in(language))).append(":**")
                    .append(plain(fact.value().in(language))).append("**\n"));
            part.tables().forEach(table -> table(table, text));
        }
        return text.toString();
    }

    private void table(Part.Table table, StringBuilder text) {
        text.append("\n**").append(table.title().in(language)).append("**\n\n");
        row(table.head().stream().map(head -> head.in(language)).toList(), text);
        row(table.head().stream().map(_ -> "---").toList(), text);
        table.rows().forEach(row -> row(row.stream().map(MarkdownForm::plain).toList(), text));
    }

    private static void row(List<String> cells, StringBuilder text) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
    }

    private static String plain(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
