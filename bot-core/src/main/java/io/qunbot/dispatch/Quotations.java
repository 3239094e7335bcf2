package io.qunbot.dispatch;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.chat.Origin;
import io.qunbot.plugin.Quoted;
import io.qunbot.store.Store;
import java.util.Optional;

/** Finds the words that evidence names, as long as they are archived. Thread-safe. */
final class Quotations {

    private final Store store;
    private final Directory directory;
    private final Decoder decoder;

    /** @param decoder turns rows of the journal back into events */
    Quotations(Store store, Directory directory, Decoder decoder) {
        this.store = store;
        this.directory = directory;
        this.decoder = decoder;
    }

    /** The message; empty for what was taken back, or was none. */
    Optional<Quoted> of(Origin origin) {
        return origin.seq() == 0 || store.isRecalled(origin.seq())
                ? Optional.empty()
                : store.journal(origin.seq()).filter(row -> row.payload().length > 0)
                        .map(row -> decoder.decode(row.id().channel(), row.payload(), row.received()))
                        .filter(Event.Said.class::isInstance).map(event -> quoted((Event.Said) event));
    }

    private Quoted quoted(Event.Said said) {
        return new Quoted(said.by(), said.at(), directory.nameOf(said.chat().id()).orElse(said.chat().id().value()),
                said.content().words());
    }
}
