package io.qunbot.bot;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Note;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Why the newest turns ended as they did, in memory only: for whoever asks right after a message. Thread-safe. */
final class RecentTurns {

    private static final int KEPT = 512;

    private final AtomicReferenceArray<Turned> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicInteger count = new AtomicInteger();

    private record Turned(EventId id, List<Note> trace) {}

    void add(Event event, Decision decision) {
        ring.set(Math.floorMod(count.getAndIncrement(), KEPT), new Turned(event.id(), decision.trace()));
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
        return note.plugin() + (note.rule() == null ? "" : " " + note.rule()) + ": " + note.why();
    }
}
