package io.qunbot.bot;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Ticket;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.util.Optional;
import java.util.function.Function;

/** Finds what answers the event that caused words: it stands in the journal, so a restart loses none. */
record Tickets(Store store, Decoder decoder) implements Function<OutboxRow, Optional<Ticket>> {

    /** Only what came in on a channel, in the same conversation, can be answered there. */
    @Override
    public Optional<Ticket> apply(OutboxRow words) {
        return store.journal(words.seq())
                .filter(cause -> cause.id().channel().equals(words.route().gateway()) && cause.lane() == words.lane())
                .flatMap(cause -> decoder.ticket(words.route().gateway(), cause.payload(), cause.received()));
    }
}
