package io.qunbot.bot.search;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.search.ArchiveIndex;
import io.qunbot.search.Entry;
import io.qunbot.store.JournalRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was said, as it stands in the store. */
record Reading(Store store, Decoder decoder) {

    static final String BOT = "bot";
    private static final int MOST = 2_000;

    /** What follows a place of the store, in a batch; empty when there is nothing more. */
    Optional<Batch> after(ArchiveIndex.Reach reach) {
        List<JournalRow> rows = store.journalAfter(reach.events(), Instant.EPOCH, MOST);
        List<OutboxRow> words = store.outgoing().after(reach.words(), MOST);
        if (rows.isEmpty() && words.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>(rows.size() + words.size());
        for (JournalRow row : rows) {
            said(row).ifPresent(entries::add);
            answer(row).ifPresent(entries::add);
        }
        words.stream().filter(Reading::isOwn).map(Reading::words).forEach(entries::add);
        return Optional.of(new Batch(entries, new ArchiveIndex.Reach(
                rows.isEmpty() ? reach.events() : rows.getLast().seq(),
                words.isEmpty() ? reach.words() : words.getLast().id())));
    }

    /** Entries, and how far they go. */
    record Batch(List<Entry> entries, ArchiveIndex.Reach reach) {}

    /** What is at a place; empty when it was forgotten. */
    Optional<Entry> at(Entry.Key key) {
        return switch (key.kind()) {
            case EVENT -> store.journal(key.number()).flatMap(this::said);
            case ANSWER -> store.journal(key.number()).flatMap(Reading::answer);
            case WORDS -> store.outgoing().words(key.number()).map(Reading::words);
        };
    }

    private Optional<Entry> said(JournalRow row) {
        Event event = decoder.decode(row.id().channel(), row.payload(), row.received());
        return event instanceof Event.Said said
                ? Optional.of(new Entry(new Entry.Key(Entry.Kind.EVENT, row.seq()), row.lane(), row.at(),
                        said.by().value(), Types.of(said.content()), said.content().text()))
                : Optional.empty();
    }

    private static Optional<Entry> answer(JournalRow row) {
        String answer = row.answer();
        return answer == null
                ? Optional.empty()
                : Optional.of(new Entry(new Entry.Key(Entry.Kind.ANSWER, row.seq()), row.lane(), row.received(), BOT,
                        "answer", answer));
    }

    private static Entry words(OutboxRow words) {
        return new Entry(new Entry.Key(Entry.Kind.WORDS, words.id()), words.lane(), words.created(), BOT, words.kind(),
                words.plain());
    }

    /** An answer that took another way is in the journal already, and what the house tells itself is nobody's talk. */
    private static boolean isOwn(OutboxRow words) {
        return !words.kind().equals("fallback") && words.lane() != OutboxRow.HOUSE;
    }
}
