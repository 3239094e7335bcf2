package io.qunbot.wecom.aibot;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Inbox;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An inbox that keeps what it gets, or refuses it as one does whose disk is full. */
final class Notebook implements Inbox {

    private final BlockingQueue<Arrival> kept = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<Arrival> offered = new CopyOnWriteArrayList<>();

    void refuse(int times) {
        refusals.set(times);
    }

    @Override
    public void accept(Arrival arrival) {
        offered.add(arrival);
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            arrival.home().execute(arrival::refused);
            return;
        }
        kept.add(arrival);
        arrival.home().execute(() -> arrival.accepted(""));
    }

    @Override
    public void flush() {}

    @Override
    public void recall(EventId id, Recall recall) {
        throw new IllegalStateException("nobody asks again on a long connection");
    }

    /** The next event that was kept. */
    Arrival next() throws InterruptedException {
        Arrival arrival = kept.poll(20, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new IllegalStateException("nothing was kept");
        }
        return arrival;
    }

    String nextWords() throws InterruptedException {
        return next().event() instanceof Event.Said said ? said.content().words() : "";
    }

    int offered() {
        return offered.size();
    }
}
