package io.qunbot.directory;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Inbox;
import java.util.function.BiConsumer;

/** Lets somebody hear of events on their way in, who must not block. Thread-safe when both are. */
public record ListeningInbox(Inbox inbox, BiConsumer<Event, byte[]> ear) implements Inbox {

    @Override
    public void accept(Arrival arrival) {
        ear.accept(arrival.event(), arrival.payload());
        inbox.accept(arrival);
    }

    @Override
    public void flush() {
        inbox.flush();
    }

    @Override
    public void recall(EventId id, Recall recall) {
        inbox.recall(id, recall);
    }
}
