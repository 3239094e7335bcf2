package io.qunbot.yaml;

/** A line as it is shown, and the carets under the part that matters. */
record Snippet(String line, String carets) {

    private static final String TAB = "    ";

    static Snippet of(Place place) {
        String written = place.source().line(place.line());
        int mask = Mask.start(place.source(), place.line());
        String line = mask < 0 ? written : Mask.line(written, mask);
        int length = line.codePointCount(0, line.length());
        int from = Math.min(place.column() - 1, mask < 0 ? length : length - Mask.STARS.length());
        int to = Math.clamp(from + (long) place.length(), from, Math.max(from, length));
        int indent = Width.of(shown(line, 0, from));
        int carets = Math.max(1, Width.of(shown(line, from, to)));
        return new Snippet(line.replace("\t", TAB).stripTrailing(), " ".repeat(indent) + "^".repeat(carets));
    }

    private static String shown(String line, int from, int to) {
        int start = line.offsetByCodePoints(0, from);
        return line.substring(start, line.offsetByCodePoints(start, to - from)).replace("\t", TAB);
    }
}
