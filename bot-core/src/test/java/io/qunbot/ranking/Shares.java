package io.qunbot.ranking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much each row counts, so that a set, a size and a kind of message counts as it should, however many rows it has. */
final class Shares {

    /** What the kinds of messages weigh against each other within a set. */
    private static final Map<String, Double> KINDS = Map.of("answerable", 3.0, "noisy", 1.0, "chat", 2.0,
            "question_other", 1.0, "indomain_unknown", 1.2, "nearmiss", 0.6, "removed", 0.6);
    /** All together; more trusts the data more against the penalty. */
    private static final double TRUST = 20_000;

    private record Cell(String set, String size, String kind) {

        static Cell of(Row row) {
            return new Cell(row.set(), row.size(), row.kind());
        }

        double share() {
            return KINDS.getOrDefault(kind, 0.0);
        }
    }

    private Shares() {}

    static double[] of(List<Row> rows) {
        Map<Cell, Long> counts = rows.stream().collect(Collectors.groupingBy(Cell::of, Collectors.counting()));
        double total = counts.keySet().stream().mapToDouble(Cell::share).sum();
        return rows.stream().map(Cell::of)
                .mapToDouble(cell -> TRUST * cell.share() / total / counts.getOrDefault(cell, 1L)).toArray();
    }
}
