package io.qunbot.yaml;

/** Looks ahead whether the first line of a block stands where the others of its block stand. */
final class Neighbours {

    private final Draft draft;

    Neighbours(Draft draft) {
        this.draft = draft;
    }

    /**
     * The column at which a block's first line should begin.
     *
     * @param parent the column of the block around it
     */
    int columnOf(int line, int parent, int column, boolean dash) {
        int rival = rival(line, parent, column, dash);
        if (rival < 0) {
            return column;
        }
        int ours = count(line, parent, column, dash);
        int theirs = count(line, parent, rival, dash);
        boolean odd = (column - parent) % 2 != 0 && (rival - Math.max(0, parent)) % 2 == 0;
        return theirs > ours || (theirs == ours && odd) ? rival : column;
    }

    /** The column of the next line that is no part of the first one and yet stands elsewhere; -1 when there is none. */
    private int rival(int line, int parent, int column, boolean dash) {
        boolean complete = isComplete(draft.row(line), dash);
        for (int next = line + 1; next < draft.size(); next++) {
            Row row = draft.row(next);
            if (row.isNothingButComment()) {
                continue;
            }
            int other = row.margin();
            boolean sameKind = row.isDash(other) == dash && row.isStructure(other);
            if (other <= parent || other == column) {
                return -1;
            }
            if (other < column || complete) {
                return sameKind ? other : -1;
            }
        }
        return -1;
    }

    /** Whether nothing can stand under this line, since its value stands beside it. */
    private static boolean isComplete(Row row, boolean dash) {
        String words = row.text(0, row.trimmed(row.comment(0)));
        char last = words.isEmpty() ? ':' : words.charAt(words.length() - 1);
        return !dash && last != ':' && last != Signs.WIDE_COLON && words.indexOf('"') == words.lastIndexOf('"')
                && words.chars().noneMatch(point -> "'[{|>&".indexOf(point) >= 0);
    }

    private int count(int line, int parent, int column, boolean dash) {
        int count = 0;
        for (int next = line; next < draft.size(); next++) {
            Row row = draft.row(next);
            int start = row.margin();
            if (!row.isNothingButComment() && start <= parent) {
                return count;
            }
            count += start == column && row.isDash(start) == dash && row.isStructure(start) ? 1 : 0;
        }
        return count;
    }
}
