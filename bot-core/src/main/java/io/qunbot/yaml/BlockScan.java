package io.qunbot.yaml;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a file line by line as YAML would, and names what would go wrong. It knows blocks, quotes,
 * brackets and comments, and nothing of what the fields mean.
 */
final class BlockScan {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w-]*");

    private final Draft draft;
    private final Traps traps;
    private final TextScan texts;
    private final ValueScan values;
    private final KeyScan keys = new KeyScan();
    private final Levels levels = new Levels();
    private final Margin margin;
    private final Layout layout;

    /** Whether the last text has no quotes, so that deeper lines belong to it. */
    private boolean continuing;
    /** Whether the last line belonged nowhere: then what continues it does neither. */
    private boolean lost;
    /** How far the current line is moved to stand where it should. */
    private int shift;

    BlockScan(Draft draft) {
        this.draft = draft;
        this.traps = new Traps(draft);
        this.texts = new TextScan(draft, traps);
        this.values = new ValueScan(draft, traps, texts);
        this.margin = new Margin(draft, levels, keys);
        this.layout = new Layout(draft, levels, keys);
    }

    void run() {
        int line = 0;
        while (line < draft.size()) {
            line = draft.row(line).isNothingButComment() || draft.row(line).starts(0, "---") ? line + 1 : scan(line);
        }
    }

    /** Reads what begins on this line; gives the line behind it. */
    private int scan(int line) {
        Row row = draft.row(line);
        int start = row.margin();
        if (row.starts(start, "//") && !continuing) {
            traps.slips().remarkLine(line, start);
            return line + 1;
        }
        int column = margin.columnOf(line);
        if (!row.isDash(start) && layout.hasLostDash(line, start, column)) {
            traps.slips().lostDash(line, start);
            levels.startItem(column);
            return content(line, start);
        }
        boolean dash = row.isDash(start) || isTightDash(line, start, column);
        if (continuing && levels.isDeeper(column) && !row.isField(start)) {
            continuation(line, start);
            return line + 1;
        }
        if (levels.isExpecting() && levels.isDeeper(column) && !dash && isValue(line, start)) {
            shift = column - start;
            return value(line, start, "");
        }
        int wanted = layout.settle(line, start, column, dash);
        lost = wanted < 0;
        if (lost) {
            layout.orphan(line, start);
            levels.expect(false);
            continuing = true;
            return line + 1;
        }
        shift = wanted - start;
        continuing = false;
        return layout.isTooDeep(line, start) ? line + 1 : content(line, dash ? dashes(line, start) : start);
    }

    private boolean isTightDash(int line, int start, int column) {
        Row row = draft.row(line);
        if (row.at(start) != '-' || row.at(start + 1) == '-' || levels.isEmpty()) {
            return false;
        }
        return levels.isDeeper(column)
                ? levels.isExpecting() && !Character.isDigit(row.at(start + 1)) && row.at(start + 1) != '.'
                : levels.isListAt(column);
    }

    /** Whether a value stands on a line of its own; at the top level only brackets can. */
    private boolean isValue(int line, int start) {
        boolean bracket = "[{".indexOf(draft.row(line).at(start)) >= 0;
        return (bracket || !levels.isEmpty())
                && keys.find(draft.row(line), start, isFollowedByField(line, start)).isEmpty();
    }

    private void continuation(int line, int start) {
        Row row = draft.row(line);
        if (lost) {
            layout.leaveOut(line);
            return;
        }
        int cut = row.comment(start);
        int end = texts.wordsEnd(row, start);
        if (row.isDash(start)) {
            traps.slips().joined(line, start, levels.top());
        } else if (cut < end) {
            traps.cut(new Span(line, start, end), cut);
        }
    }

    /** Reads the dashes that begin a line; gives the index of what stands behind them. */
    private int dashes(int line, int start) {
        Row row = draft.row(line);
        int index = start;
        while (row.at(index) == '-' && (row.isLooseGap(index + 1) || index == start)) {
            if (!row.isLooseGap(index + 1)) {
                traps.noSpace(line, index);
                shift++;
                return index + 1;
            }
            traps.slips().oddGap(line, index + 1);
            if (index > start) {
                levels.push(index + shift, true);
            }
            index = row.skipGaps(index + 1);
        }
        return index;
    }

    private int content(int line, int index) {
        Row row = draft.row(line);
        boolean known = levels.isAmongFields(index + shift);
        Optional<KeyScan.Key> key = keys.find(row, index, known || isFollowedByField(line, index));
        if (key.isEmpty()) {
            return value(line, index, "");
        }
        if (!known) {
            levels.push(index + shift, false);
        }
        levels.note(key.get().name());
        traps.key(line, index, key.get());
        return value(line, key.get().end(), key.get().name());
    }

    /** Whether the next line is a field at the same column: then this one was meant to be one, too. */
    private boolean isFollowedByField(int line, int index) {
        for (int next = line + 1; next < draft.size(); next++) {
            Row row = draft.row(next);
            if (!row.isNothingButComment()) {
                if (row.margin() > index && row.isStructure(row.margin())) {
                    return WORD.matcher(draft.row(line).text(index, draft.row(line).length()).strip()).matches();
                }
                return row.margin() == index && !row.isDash(index)
                        && keys.find(row, index, true).filter(key -> !key.missing()).isPresent();
            }
        }
        return false;
    }

    private int value(int line, int index, String field) {
        int parent = levels.isEmpty() ? -1 : levels.top().column() - shift;
        ValueScan.Value value = values.scan(new Cursor(line, index), field, parent);
        continuing = value.continuing();
        levels.expect(value.empty());
        return value.next();
    }
}
