package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

    private final Rareness letters;
    private final Rareness sounds;
    private final List<Meaning> chat;
    private final List<Meaning> questions;
    private final Reader reader;
    private final List<Meaning> talk;

    private Background(Rareness letters, Rareness sounds, List<Meaning> chat, List<Meaning> questions) {
        this.letters = letters;
        this.sounds = sounds;
        this.chat = chat;
        this.questions = questions;
        this.reader = new Reader(WordVectors.shipped(), letters, sounds);
        List<Meaning> all = Stream.concat(chat.stream(), questions.stream()).toList();
        this.talk = IntStream.range(0, all.size()).filter(i -> i % SAMPLE == 0).mapToObj(all::get).toList();
    }

    static Background shipped() {
        return Shipped.BACKGROUND;
    }

    /** Read when the first catalogue needs it, and then once. */
    private static final class Shipped {
        private static final Background BACKGROUND = read();
    }

    private static Background read() {
        try (InputStream file = Background.class.getResourceAsStream("background.bin")) {
            if (file == null) {
                throw new IllegalStateException("background.bin is not on the class path");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(file.readAllBytes()));
            return new Background(Rareness.read(in), Rareness.read(in), meanings(in), meanings(in));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Background of(List<Normalized> chat, List<Normalized> questions) {
        List<String> all = Stream.concat(chat.stream(), questions.stream()).map(Normalized::core).toList();
        Rareness letters = Rareness.in(all, Grams::letters);
        Rareness sounds = Rareness.in(all, Grams::sounds);
        Reader reader = new Reader(WordVectors.shipped(), letters, sounds);
        return new Background(letters, sounds, chat.stream().map(line -> reader.read(line).meaning()).toList(),
                questions.stream().map(line -> reader.read(line).meaning()).toList());
    }

    void write(DataOutput out) throws IOException {
        letters.write(out);
        sounds.write(out);
        write(chat, out);
        write(questions, out);
    }

    private static void write(List<Meaning> meanings, DataOutput out) throws IOException {
        out.writeInt(meanings.size());
        for (Meaning meaning : meanings) {
            meaning.write(out);
        }
    }

    private static List<Meaning> meanings(DataInput in) throws IOException {
        List<Meaning> meanings = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            meanings.add(Meaning.read(in));
        }
        return List.copyOf(meanings);
    }

    Reader reader() {
        return reader;
    }

    /** What some of the lines mean. */
    List<Meaning> talk() {
        return talk;
    }

    Nearness toChat(Meaning meaning) {
        return Nearness.of(meaning, chat);
    }

    Nearness toQuestions(Meaning meaning) {
        return Nearness.of(meaning, questions);
    }
}
