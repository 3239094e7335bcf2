package io.qunbot.ranking;

import io.qunbot.text.Normalizer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The catalogue of a club, and the idle talk of its group. */
final class Club {

    private Club() {}

    static Ranker ranker() {
        return Shipped.RANKER;
    }

    /** Made once: it is immutable. */
    private static final class Shipped {
        private static final Ranker RANKER = Ranker.of(entries());
    }

    static List<Entry> entries() {
        return lines("club.txt").map(line -> split(line, "|"))
                .map(cells -> new Entry(cells.get(0), split(cells.get(1), "/"),
                        cells.size() < 3 ? List.of() : split(cells.get(2), "/")))
                .toList();
    }

    private static List<String> split(String text, String separator) {
        return Pattern.compile(separator, Pattern.LITERAL).splitAsStream(text).map(String::strip)
                .filter(part -> !part.isEmpty()).toList();
    }

    static List<String> idle() {
        return lines("idle.txt").toList();
    }

    static Stream<String> lines(String resource) {
        return new String(Resource.bytes(resource), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.startsWith("#"));
    }

    static List<Candidate> best(String message) {
        return ranker().rank(Normalizer.normalize(message), _ -> true).best();
    }
}
