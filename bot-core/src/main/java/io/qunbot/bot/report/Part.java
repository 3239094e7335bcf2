package io.qunbot.bot.report;

import io.qunbot.yaml.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * A section of a report: some figures, tables and pictures, and what somebody should look at.
 *
 * @param id stable, for tools
 */
public record Part(String id, Words title, List<Fact> facts, List<Table> tables, List<Picture> pictures,
        List<Words> warnings) {

    public Part {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
        pictures = List.copyOf(pictures);
        warnings = List.copyOf(warnings);
    }

    /** A figure with its name. */
    public record Fact(Words name, Words value) {

        public static Fact of(String zh, String en, long number) {
            return new Fact(new Words(zh, en), new Words(String.valueOf(number), String.valueOf(number)));
        }
    }

    /** @param rows each as long as the head */
    public record Table(Words title, List<Words> head, List<List<String>> rows) {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Bars, one or two for each label; those of the second series hang down.
     *
     * @param labels below the bars
     * @param up of the first series
     * @param down of the second; empty for none
     */
    public record Picture(Words title, List<String> labels, List<Double> up, List<Double> down) {
        public Picture {
            labels = List.copyOf(labels);
            up = List.copyOf(up);
            down = List.copyOf(down);
        }

        /** Whether there is anything to be seen. */
        public boolean shows() {
            return Stream.concat(up.stream(), down.stream()).anyMatch(value -> value > 0);
        }
    }
}
