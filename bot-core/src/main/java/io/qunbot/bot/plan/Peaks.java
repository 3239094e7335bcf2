package io.qunbot.bot.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How often the bot speaks in a conversation at most, within any minute and any hour. Times have to come in order. */
final class Peaks {

    static final Peaks NONE = new Peaks();

    private final Window minute = new Window(Duration.ofMinutes(1));
    private final Window hour = new Window(Duration.ofHours(1));

    /** A sliding window and the fullest it ever was. */
    static final class Window {
        private final Duration length;
        private final Deque<Instant> times = new ArrayDeque<>();
        private int most;
        private Instant at = Instant.EPOCH;

        Window(Duration length) {
            this.length = length;
        }

        private void add(Instant time) {
            times.add(time);
            while (!times.getFirst().isAfter(time.minus(length))) {
                times.removeFirst();
            }
            if (times.size() > most) {
                most = times.size();
                at = time;
            }
        }

        int most() {
            return most;
        }

        Instant at() {
            return at;
        }

        Duration length() {
            return length;
        }
    }

    void add(Instant time) {
        minute.add(time);
        hour.add(time);
    }

    List<Window> windows() {
        return List.of(minute, hour);
    }
}
