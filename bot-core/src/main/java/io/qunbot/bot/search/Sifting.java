package io.qunbot.bot.search;

import io.qunbot.search.ArchiveIndex;
import io.qunbot.search.ArchiveIndex.Cursor;
import io.qunbot.search.Entry;
import io.qunbot.search.Question;
import io.qunbot.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes candidates from the index, and keeps those that really contain the words, until a page is full. */
final class Sifting {

    private static final int MOST = 1000;
    /** The more candidates were none, the more are looked at together. */
    private static final int GROWTH = 4;

    private final ArchiveIndex index;
    private final Question question;
    private final Wish wish;
    private final Function<Entry.Key, Optional<Entry>> reading;
    private final String folded;
    private final int most;
    private final List<Entry> kept = new ArrayList<>();
    private @Nullable Cursor last;
    private boolean more = true;

    Sifting(ArchiveIndex index, Question question, Wish wish, Function<Entry.Key, Optional<Entry>> reading) {
        this.index = index;
        this.question = question;
        this.wish = wish;
        this.reading = reading;
        folded = Fold.of(wish.words());
        most = Math.clamp(wish.most(), 1, MOST);
        last = Cursors.read(wish.page()).orElse(null);
    }

    /** A page of what contains the words. */
    List<Entry> sift() {
        int size = most;
        while (more && kept.size() < most) {
            keep(index.search(question, last, size, wish.order()));
            size = Math.min(MOST, size * GROWTH);
        }
        return kept;
    }

    /** Where the next page begins; empty when there is none. To be asked when this one is full. */
    String next() {
        return more && last != null ? Cursors.write(last) : "";
    }

    private void keep(ArchiveIndex.Page page) {
        int taken = 0;
        for (Cursor place : page.places()) {
            if (kept.size() == most) {
                break;
            }
            reading.apply(place.key()).filter(entry -> Fold.of(entry.text()).contains(folded)).ifPresent(kept::add);
            last = place;
            taken++;
        }
        more = taken < page.places().size() || page.next().isPresent();
    }
}
