package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import io.qunbot.chat.Inbox.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An event between its acceptance and its commit, with everybody who delivered it and waits. */
final class Pending {

    private enum Route {
        /** Not decided yet. */
        OPEN,
        /** The turn was in time: its answer goes back with the delivery. */
        ANSWER,
        /** Whoever delivered it gets no answer any more. */
        ACKNOWLEDGE
    }

    final Event event;
    final byte[] payload;
    final Instant received;
    final long fingerprint;

    /** Its place in the journal; written by the writer's thread only, 0 until it stands there. */
    volatile long seq;

    private final List<Arrival> waiting = new ArrayList<>(1);
    private Route route = Route.OPEN;
    private boolean released;
    private boolean settled;

    Pending(Event event, byte[] payload, Instant received, long fingerprint) {
        this.event = event;
        this.payload = payload;
        this.received = received;
        this.fingerprint = fingerprint;
    }

    /** What became of one more delivery. */
    enum Attached {
        /** It waits with the others. */
        WAITS,
        /** The event is durable and its turn takes long: there is nothing to wait for. */
        ACKNOWLEDGED,
        /** The event is settled: ask the journal. */
        TOO_LATE
    }

    synchronized Attached attach(Arrival arrival) {
        if (settled) {
            return Attached.TOO_LATE;
        }
        if (released) {
            return Attached.ACKNOWLEDGED;
        }
        waiting.add(arrival);
        return Attached.WAITS;
    }

    /** Reserves the deliveries for the turn's answer. @return false when they wait no longer, or for none */
    synchronized boolean claimAnswer() {
        if (route != Route.OPEN || waiting.isEmpty() || !waiting.getFirst().answerable()) {
            return false;
        }
        route = Route.ANSWER;
        return true;
    }

    /** Gives up on answering the deliveries. @return false when the turn was faster, or nobody waits */
    synchronized boolean claimAcknowledgement() {
        if (route != Route.OPEN || waiting.isEmpty()) {
            return false;
        }
        route = Route.ACKNOWLEDGE;
        return true;
    }

    synchronized boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /** Ends the waiting. @return who waited */
    synchronized List<Arrival> settle() {
        settled = true;
        List<Arrival> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** Lets those who wait go without ending the event. @return who waited */
    synchronized List<Arrival> release() {
        released = true;
        List<Arrival> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    synchronized boolean isForgotten() {
        return settled;
    }
}
