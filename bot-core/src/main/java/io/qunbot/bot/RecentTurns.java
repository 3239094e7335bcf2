package io.qunbot.bot;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Note;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Why the newest turns ended as they did, in memory only: for whoever asks right after a message. Thread-safe. */
final class RecentTurns {

    private static final int KEPT = 512;

    private final AtomicReferenceArray<Turned> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicInteger count = new AtomicInteger();

    private final Map<EventId, Integer> repeated = Collections.synchronizedMap(new Repeated());

    private record Turned(EventId id, List<Note> trace) {}

    void add(Event event, Decision decision) {
        ring.set(Math.floorMod(count.getAndIncrement(), KEPT), new Turned(event.id(), decision.trace()));
    }

    /** An event came again. */
    void repeated(EventId id) {
        repeated.merge(id, 1, Integer::sum);
    }

    /** How often an event came again since the start, as far as that is known. */
    int repeats(EventId id) {
        return repeated.getOrDefault(id, 0);
    }

    /** The newest of those that came again. */
    private static final class Repeated extends LinkedHashMap<EventId, Integer> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EventId, Integer> eldest) {
            return size() > KEPT;
        }
    }

    /** A line for each thing a stage noted; empty when the turn is not known any more. */
    Optional<List<String>> why(EventId id) {
        for (int at = 0; at < KEPT; at++) {
            Turned turned = ring.get(at);
            if (turned != null && turned.id().equals(id)) {
                return Optional.of(turned.trace().stream().map(RecentTurns::line).toList());
            }
        }
        return Optional.empty();
    }

    private static String line(Note note) {
        String subject = note.finding().subject();
        return note.plugin() + (subject.isEmpty() ? "" : " " + subject) + (note.rule() == null ? "" : " " + note.rule())
                + ": " + note.why();
    }
}
