package io.qunbot.yaml;

/** A line as it is shown, and the carets under the part that matters. */
record Snippet(String line, String carets) {

    private static final String TAB = "    ";
    private static final int UNSEEN = 0xFFFD;
    private static final int LONGEST = 160;
    private static final int BEFORE = 60;
    private static final String MORE = "…";

    static Snippet of(Place place) {
        String written = place.source().line(place.line());
        int mask = Mask.start(place.source(), place.line());
        String line = mask < 0 ? written : Mask.line(written, mask);
        return line.length() > LONGEST && mask < 0 ? cut(line, place) : of(line, mask, place);
    }

    /** Of a line without end the part around the place. */
    private static Snippet cut(String line, Place place) {
        int length = line.codePointCount(0, line.length());
        int from = Math.clamp(place.column() - 1L - BEFORE, 0, Math.max(0, length - 1));
        int to = Math.min(length, from + LONGEST);
        String part = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
        int shift = from == 0 ? 0 : from - MORE.length();
        return of((from == 0 ? "" : MORE) + part + (to == length ? "" : MORE), -1,
                new Place(place.source(), place.line(), place.column() - shift, Math.min(place.length(), LONGEST)));
    }

    private static Snippet of(String line, int mask, Place place) {
        int length = line.codePointCount(0, line.length());
        int from = Math.min(place.column() - 1, mask < 0 ? length : length - Mask.STARS.length());
        int to = Math.clamp(from + (long) place.length(), from, Math.max(from, length));
        int indent = Width.of(shown(line, 0, from));
        int carets = Math.max(1, Width.of(shown(line, from, to)));
        return new Snippet(visible(line).stripTrailing(), " ".repeat(indent) + "^".repeat(carets));
    }

    private static String shown(String line, int from, int to) {
        int start = line.offsetByCodePoints(0, from);
        return visible(line.substring(start, line.offsetByCodePoints(start, to - from)));
    }

    /** What a terminal shows one way or another, or obeys, shown the same everywhere. */
    private static String visible(String line) {
        StringBuilder shown = new StringBuilder();
        line.codePoints().forEach(point -> {
            if (point == '\t') {
                shown.append(TAB);
            } else {
                shown.appendCodePoint(Signs.isControl(point) || Signs.isInvisible(point) ? UNSEEN : point);
            }
        });
        return shown.toString();
    }
}
