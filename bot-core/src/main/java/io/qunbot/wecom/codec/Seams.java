package io.qunbot.wecom.codec;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** Where a text may be parted. Not thread-safe. */
final class Seams {

    private final List<Span> spans;
    private final BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);

    /** Something that stays whole. */
    record Span(int start, int end) {
        boolean holds(int place) {
            return start < place && place < end;
        }
    }

    Seams(String text, List<Span> spans) {
        this.spans = List.copyOf(spans);
        characters.setText(text);
    }

    /** The last place to part between {@code start} and {@code end}; {@code end} when there is none. */
    int before(int start, int end) {
        int whole = spans.stream().filter(span -> span.holds(end)).mapToInt(Span::start).findFirst().orElse(end);
        int place = whole > start ? whole : end;
        int character = characters.isBoundary(place) ? place : characters.preceding(place);
        return character > start ? character : place;
    }

    boolean isOne(int place) {
        return spans.stream().noneMatch(span -> span.holds(place)) && characters.isBoundary(place);
    }
}
