package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Talk and questions that no catalogue is about: what a message has to stand out from, and what tells
 * rare words from common ones. Made of {@code chat.txt} and {@code questions.txt} once, since a start
 * must not wait for that. Immutable.
 */
final class Background {

    /** One line in so many is held against every catalogue. */
    private static final int SAMPLE = 3;

    private final Reader reader;
    private final Rareness letters;
    private final Rareness sounds;
    private final Crowd chat;
    private final Crowd questions;
    private final List<Crowd> talk;

    private Background(Rareness letters, Rareness sounds, Crowd chat, Crowd questions) {
        this.reader = new Reader(WordVectors.shipped(), letters, sounds);
        this.letters = letters;
        this.sounds = sounds;
        this.chat = chat;
        this.questions = questions;
        this.talk = List.of(chat.thinned(SAMPLE), questions.thinned(SAMPLE));
    }

    static Background shipped() {
        return Shipped.BACKGROUND;
    }

    /** Read when the first catalogue needs it, and then once. */
    private static final class Shipped {
        private static final Background BACKGROUND = read(ByteBuffer.wrap(Resource.bytes("background.bin")));
    }

    private static Background read(ByteBuffer in) {
        return new Background(Rareness.read(in), Rareness.read(in), Crowd.read(in), Crowd.read(in));
    }

    static Background of(List<Normalized> chat, List<Normalized> questions) {
        List<String> texts = Stream.concat(chat.stream(), questions.stream()).map(Normalized::core).toList();
        Rareness letters = Rareness.in(texts, Grams::letters);
        Rareness sounds = Rareness.in(texts, Grams::sounds);
        Reader reader = new Reader(WordVectors.shipped(), letters, sounds);
        return new Background(letters, sounds, crowd(chat, reader), crowd(questions, reader));
    }

    private static Crowd crowd(List<Normalized> lines, Reader reader) {
        return Crowd.of(IntStream.range(0, lines.size()).filter(line -> !Strangers.has(line)).mapToObj(lines::get)
                .map(line -> reader.read(line).meaning()).toList());
    }

    void write(DataOutput out) throws IOException {
        letters.write(out);
        sounds.write(out);
        chat.write(out);
        questions.write(out);
    }

    Reader reader() {
        return reader;
    }

    /** What is held against every catalogue. */
    List<Crowd> talk() {
        return talk;
    }

    Nearness toChat(Meaning meaning) {
        return Nearness.of(chat.cosines(meaning));
    }

    Nearness toQuestions(Meaning meaning) {
        return Nearness.of(questions.cosines(meaning));
    }
}
