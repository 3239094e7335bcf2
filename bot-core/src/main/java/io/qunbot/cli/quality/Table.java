package io.qunbot.cli.quality;

import io.qunbot.yaml.Width;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cells in columns, as wide as a terminal shows them: first names, flush left, then numbers, flush right. */
final class Table {

    private static final String GAP = "  ";

    private final int names;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param names how many columns hold names */
    Table(int names) {
        this.names = names;
    }

    void add(Collection<String> cells) {
        rows.add(List.copyOf(cells));
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String space = " ".repeat(width(column) - Width.of(cell));
            line.append(column == 0 ? "" : GAP).append(column < names ? cell + space : space + cell);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().filter(row -> column < row.size()).mapToInt(row -> Width.of(row.get(column))).max()
                .orElse(0);
    }
}
