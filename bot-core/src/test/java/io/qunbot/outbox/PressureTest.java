package io.qunbot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Urgency;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred messages into one robot, under virtual time, on a real store that is closed and opened in between. */
class PressureTest {

    private static final int MESSAGES = 500;
    private static final int GROUPS = 7;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Manner> MANNERS = List.of(Manner.AD, Manner.ANSWER, Manner.TOPIC, Manner.WELCOME,
            Manner.HANDOFF.urgent());

    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock(Rows.NOW);
    private final List<Sent> sent = new ArrayList<>();

    private record Sent(long id, Instant at) {}

    private final Gateway robot = posting -> {
        sent.add(new Sent(posting.id(), clock.instant()));
        clock.set(clock.instant().plusMillis(posting.id() % 3 * 40)); // some calls take longer than others
        return Receipt.SENT;
    };

    @Test
    void takeTwentyFiveMinutesWhateverIsRestartedMeanwhile() {
        Store store = Rows.open(folder);
        post(store);
        Outbox outbox = outbox(store);
        List<Integer> restarts = new ArrayList<>(List.of(37, 211, 400));
        for (var next = outbox.deliver("wecom"); next.isPresent(); next = outbox.deliver("wecom")) {
            if (!restarts.isEmpty() && sent.size() >= restarts.getFirst()) {
                restarts.removeFirst();
                store.close();
                store = Rows.open(folder);
                outbox = outbox(store);
            } else if (next.get().isAfter(clock.instant())) {
                clock.set(next.get());
            }
        }

        assertThat(restarts).isEmpty();
        assertThat(store.outgoing().outcomes()).containsExactly(Map.entry("SENT", (long) MESSAGES));
        assertThat(sent).hasSize(MESSAGES);
        assertThat(new HashSet<>(sent.stream().map(Sent::id).toList())).hasSize(MESSAGES);
        assertThat(Duration.between(Rows.NOW, clock.instant())).isBetween(Duration.ofMinutes(24),
                Duration.ofMinutes(25));
        neverMoreThanTwentyInAMinute();
        theMostUrgentFirst(store);
        store.close();
    }

    private void neverMoreThanTwentyInAMinute() {
        for (Sent each : sent) {
            long within = sent.stream().filter(other -> !other.at().isBefore(each.at())
                    && !other.at().isAfter(each.at().plus(MINUTE))).count();
            assertThat(within).as("from %s on", each.at()).isLessThanOrEqualTo(20);
        }
    }

    private void theMostUrgentFirst(Store store) {
        List<OutboxRow> words = sent.stream().map(each -> store.outgoing().words(each.id()).orElseThrow()).toList();
        for (int at = 1; at < words.size(); at++) {
            OutboxRow before = words.get(at - 1);
            OutboxRow after = words.get(at);
            assertThat(before.manner().urgency()).isLessThanOrEqualTo(after.manner().urgency());
            if (before.manner().urgency() == after.manner().urgency()) {
                assertThat(before.id()).isLessThan(after.id());
            }
        }
    }

    @Test
    void anAnswerThatComesInBetweenGoesNext() {
        try (Store store = Rows.open(folder)) {
            post(store);
            Outbox outbox = outbox(store);
            int answers = MESSAGES / MANNERS.size();
            while (sent.size() < answers + 20) {
                clock.set(outbox.deliver("wecom").orElseThrow());
            }
            int before = sent.size();
            OutboxRow asked = Rows.words(1, "现在问的");
            Rows.write(store, tables -> tables.post(
                    asked.after(0, Outcome.WAITING, "", clock.instant())));
            while (sent.size() == before) {
                clock.set(outbox.deliver("wecom").orElseThrow());
            }

            assertThat(store.outgoing().words(sent.get(before).id()).orElseThrow().body()).isEqualTo("现在问的");
            assertThat(store.outgoing().words(sent.get(before - 1).id()).orElseThrow().manner().urgency())
                    .isEqualTo(Urgency.HANDOFF);
        }
    }

    @Test
    void whatIsNotWorthWaitingForSaysSo() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                tables.lane(Rows.chat(1, ChatKind.INTERNAL), Rows.NOW);
                for (int number = 0; number < 50; number++) {
                    OutboxRow words = Rows.words(1, "第 " + number + " 条");
                    tables.post(new OutboxRow(0, 1, 1, "wecom", "say", "", words.body(), "bell", "rule", Rows.NOW,
                            Rows.NOW, Rows.NOW.plusSeconds(61), 0, Outcome.WAITING, ""));
                }
            });
            Outbox outbox = outbox(store);
            for (Optional<Instant> next = outbox.deliver("wecom"); next.isPresent(); next = outbox.deliver("wecom")) {
                clock.set(next.get());
            }

            assertThat(store.outgoing().outcomes()).containsOnlyKeys("SENT", "EXPIRED");
            assertThat(sent.size()).isBetween(20, 40);
            assertThat(store.wordsOf(1)).filteredOn(row -> row.outcome() == Outcome.EXPIRED)
                    .extracting(OutboxRow::reason).allMatch(reason -> !reason.isEmpty());
        }
    }

    private void post(Store store) {
        Rows.write(store, tables -> {
            for (int group = 1; group <= GROUPS; group++) {
                tables.lane(Rows.chat(group, ChatKind.INTERNAL), Rows.NOW);
            }
            for (int number = 0; number < MESSAGES; number++) {
                OutboxRow words = Rows.words(1 + number % GROUPS, "第 " + number + " 条");
                tables.post(new OutboxRow(0, 1, words.lane(), "wecom", "say", "", words.body(), "bell", "rule",
                        Rows.NOW, Rows.NOW, Rows.NOW.plus(Duration.ofHours(1)), 0, Outcome.WAITING, "")
                        .with(OutboxRow.Route.by("wecom", MANNERS.get(number % MANNERS.size()))));
            }
        });
    }

    private Outbox outbox(Store store) {
        return new Outbox(store, Terms.of(Map.of("wecom", robot)).with(Map.of("wecom", Allowance.robot("robot"))),
                clock);
    }
}
