package io.qunbot.simulation.run;

import io.qunbot.transcript.Wording;

/**
 * Where what was said departs from what was expected.
 *
 * @param expected the wording, the part that is missed in brackets
 * @param said the text, the part that is there instead in brackets
 */
record Diff(String expected, String said) {

    static Diff of(Wording wording, String said) {
        String plain = Wording.plain(said);
        return wording.isExact() ? whole(Wording.plain(wording.written()), plain) : pieces(wording, plain);
    }

    private static Diff whole(String expected, String said) {
        int start = same(expected, said);
        int most = Math.min(expected.length(), said.length()) - start;
        int end = 0;
        while (end < most && expected.charAt(expected.length() - 1 - end) == said.charAt(said.length() - 1 - end)) {
            end++;
        }
        return new Diff(marked(expected, start, expected.length() - end), marked(said, start, said.length() - end));
    }

    /** The first of the pieces that is not where it should be. */
    private static Diff pieces(Wording wording, String said) {
        int from = 0;
        StringBuilder before = new StringBuilder();
        for (String piece : wording.pieces()) {
            boolean first = before.isEmpty();
            int at = first ? (said.startsWith(piece) ? 0 : -1) : said.indexOf(piece, from);
            if (at < 0) {
                return missed(wording, piece, first ? 0 : nearest(piece, said, from), said, before.length());
            }
            from = at + piece.length();
            before.append(piece).append('*');
        }
        return new Diff(wording.written() + "【】", marked(said, from, said.length()));
    }

    private static Diff missed(Wording wording, String piece, int at, String said, int before) {
        int alike = same(piece, said.substring(at));
        String shown = wording.written().startsWith("~")
                ? "*" + wording.written().substring(1).strip() + "*"
                : wording
                        .written();
        String plain = Wording.plain(shown);
        int end = Math.min(said.length(), at + piece.length());
        boolean somewhere = alike > 0;
        return new Diff(marked(plain, before + alike, before + piece.length()),
                somewhere ? marked(said, at + alike, Math.max(end, at + alike)) : said);
    }

    /** Where the longest beginning of a piece stands. */
    private static int nearest(String piece, String said, int from) {
        for (int length = piece.length(); length > 0; length--) {
            int at = said.indexOf(piece.substring(0, length), from);
            if (at >= 0) {
                return at;
            }
        }
        return from;
    }

    private static int same(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String marked(String text, int from, int to) {
        return text.substring(0, from) + "【" + text.substring(from, to) + "】" + text.substring(to);
    }
}
