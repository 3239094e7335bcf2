package io.qunbot.ranking;

import io.qunbot.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Talk and questions that no catalogue is about and that none is held against when it is built: whoever is
 * sure of one of these is wrong. Immutable.
 */
record Strangers(List<Sentence> chat, List<Sentence> questions) {

    /** One line in so many of {@code chat.txt} and {@code questions.txt}. */
    private static final int EVERY = 4;

    static Strangers shipped() {
        return Shipped.STRANGERS;
    }

    /** Read when the first catalogue needs it, and then once. */
    private static final class Shipped {
        private static final Strangers STRANGERS = new Strangers(read("chat.txt"), read("questions.txt"));
    }

    /** Whether the line of this number is one of them. */
    static boolean has(int line) {
        return line % EVERY == EVERY - 1;
    }

    private static List<Sentence> read(String resource) {
        List<String> lines = Resource.lines(resource);
        Reader reader = Background.shipped().reader();
        return IntStream.range(0, lines.size()).filter(Strangers::has).mapToObj(lines::get)
                .map(Normalizer::normalize).map(reader::read).toList();
    }
}
