package io.qunbot.directory;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Inbox;
import java.util.function.Consumer;

/** Lets somebody hear of events on their way in. Thread-safe when both are. */
public record ListeningInbox(Inbox inbox, Consumer<Event> ear) implements Inbox {

    @Override
    public void accept(Arrival arrival) {
        ear.accept(arrival.event());
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
