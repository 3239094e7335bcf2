package io.qunbot.ranking;

import java.util.Arrays;
import java.util.List;

/**
 * An entry made ready for comparison.
 *
 * @param centre what all its variants mean together
 * @param letters of all its variants together
 * @param chat how near the entry itself comes to idle talk
 * @param questions how near it comes to questions of any kind
 */
record Item(Entry entry, List<Sentence> ask, List<Sentence> not, Meaning centre, Bag letters, Nearness chat,
        Nearness questions) {

    static Item of(Entry entry, Background background) {
        Reader reader = background.reader();
        List<Sentence> ask = entry.ask().stream().map(reader::readTyped).toList();
        List<Sentence> not = entry.not().stream().map(reader::readTyped).toList();
        int[] letters = ask.stream().flatMapToInt(each -> Arrays.stream(each.letters().terms())).toArray();
        Meaning centre = Meaning.mean(ask.stream().map(Sentence::meaning).toList());
        return new Item(entry, ask, not, centre, Bag.of(letters, reader::rareness), background.toChat(centre),
                background.toQuestions(centre));
    }
}
