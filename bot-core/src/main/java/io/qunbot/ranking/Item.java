package io.qunbot.ranking;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry made ready for comparison.
 *
 * @param written the ways of asking that have a letter or digit, as the operator wrote them
 * @param ask the same, read
 * @param centre what all its variants mean together
 * @param letters of all its variants together
 * @param chat how near the entry itself comes to idle talk
 * @param questions how near it comes to questions of any kind
 */
record Item(String id, List<String> written, List<Sentence> ask, List<Sentence> not, Meaning centre, Bag letters,
        Nearness chat, Nearness questions) {

    static Item of(Entry entry, Background background) {
        Reader reader = background.reader();
        List<String> written = new ArrayList<>();
        List<Sentence> ask = new ArrayList<>();
        for (String typed : entry.ask()) {
            Sentence sentence = reader.readTyped(typed);
            if (!sentence.text().isEmpty()) {
                written.add(typed);
                ask.add(sentence);
            }
        }
        List<Sentence> not = entry.not().stream().map(reader::readTyped).toList();
        Meaning centre = Meaning.mean(ask.stream().map(Sentence::meaning).toList(), reader.dimensions());
        Bag letters = Bag.union(ask.stream().map(Sentence::letters).toList(), reader.letters());
        return new Item(entry.id(), written, ask, not, centre, letters, background.toChat(centre),
                background.toQuestions(centre));
    }
}
