package io.qunbot.transcript;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;

/** A line's text and where each part of it stands in the file. */
record Written(String text, Place place) {

    static Written of(Located<String> line) {
        return new Written(line.value(), line.place());
    }

    /**
     * Where a part stands; the whole line where escapes or line breaks have shifted it.
     *
     * @param from the index of its first character
     * @param to behind its last one
     */
    Place part(int from, int to) {
        String row = place.source().line(place.line());
        int start = row.offsetByCodePoints(0, Math.min(place.column() - 1, row.codePointCount(0, row.length())));
        int quote = start < row.length() && "\"'".indexOf(row.charAt(start)) >= 0 ? 1 : 0;
        if (!row.startsWith(text.substring(0, to), start + quote)) {
            return place;
        }
        int column = place.column() + quote + text.codePointCount(0, from);
        return new Place(place.source(), place.line(), column, Math.max(1, text.codePointCount(from, to)));
    }
}
