package io.qunbot.yaml;

/** Looks at the lines below, when one line alone does not tell where it should stand. */
final class Neighbours {

    private static final int STEP = 2;

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
        boolean odd = (column - Math.max(0, parent)) % STEP != 0 && (rival - Math.max(0, parent)) % STEP == 0;
        return theirs > ours || (theirs == ours && odd) ? rival : column;
    }

    /** Whether a field stands where the first item of a list should: the dashes of the others follow, further left. */
    boolean lostDash(int line, int parent, int column) {
        for (int next = line + 1; next < draft.size(); next++) {
            Row row = draft.row(next);
            int other = row.margin();
            if (!row.isNothingButComment() && other < column) {
                return other > parent && other == column - STEP && row.isDash(other);
            }
        }
        return false;
    }

    /** Whether the next line speaks for a column: it stands there as well, or where what belongs under it would. */
    int evidence(int line, int column) {
        for (int next = line + 1; next < draft.size(); next++) {
            Row row = draft.row(next);
            if (!row.isNothingButComment()) {
                int wanted = isComplete(draft.row(line)) ? column : column + STEP;
                return row.margin() == wanted ? 1 : 0;
            }
        }
        return 0;
    }

    /** The column of the next line of the same kind that is no part of the first one and stands elsewhere; -1 when there is none. */
    private int rival(int line, int parent, int column, boolean dash) {
        boolean complete = isComplete(draft.row(line)) && (!dash || isFollowedByDash(line));
        int inner = complete ? column : Integer.MAX_VALUE;
        for (int next = line + 1; next < draft.size(); next++) {
            Row row = draft.row(next);
            if (row.isNothingButComment()) {
                continue;
            }
            int other = row.margin();
            if (other <= parent || other == column) {
                return -1;
            }
            if (inner == Integer.MAX_VALUE && other > column) {
                inner = other;
            } else if (inner == column || other < inner) {
                return row.isDash(other) == dash && row.isStructure(other) ? other : -1;
            }
        }
        return -1;
    }

    private boolean isFollowedByDash(int line) {
        for (int next = line + 1; next < draft.size(); next++) {
            if (!draft.row(next).isNothingButComment()) {
                return draft.row(next).isDash(draft.row(next).margin());
            }
        }
        return false;
    }

    /** Whether nothing can stand under this line, since its value stands beside it. */
    static boolean isComplete(Row row) {
        String words = row.text(0, row.trimmed(row.comment(0)));
        char last = words.isEmpty() ? ':' : words.charAt(words.length() - 1);
        return !words.strip().matches("[A-Za-z_]\\w*") && ":|>".indexOf(last) < 0 && last != Signs.WIDE_COLON
                && count(words, '"') % 2 == 0
                && count(words, '[') == count(words, ']') && count(words, '{') == count(words, '}');
    }

    private static long count(String words, char sign) {
        return words.chars().filter(point -> point == sign).count();
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
