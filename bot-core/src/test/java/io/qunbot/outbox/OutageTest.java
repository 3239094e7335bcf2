package io.qunbot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Delivery;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WeCom is away for forty minutes of virtual time. */
class OutageTest {

    private static final Duration OUTAGE = Duration.ofMinutes(40);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int GROUPS = 9;
    private static final int WORDS = 168;
    private static final List<Manner> MANNERS = List.of(Manner.ANSWER, Manner.TOPIC, Manner.HANDOFF, Manner.WELCOME);

    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock(Rows.NOW);
    private final List<Long> tries = new ArrayList<>();
    private final List<Instant> said = new ArrayList<>();
    private boolean maybeSent;
    private boolean knows;
    private Store store;
    private Outbox outbox;

    private final Gateway gateway = new Gateway() {
        @Override
        public Receipt deliver(Posting posting) throws GatewayException {
            if (isAway() || posting.body().plain().startsWith("毒")) {
                tries.add(posting.id());
                throw new GatewayException(0, "nobody answers", Remedy.RETRY, maybeSent);
            }
            said.add(clock.instant());
            return Receipt.SENT;
        }

        @Override
        public boolean knowsAgain(Posting posting) {
            return knows;
        }
    };

    private boolean isAway() {
        return clock.instant().isBefore(Rows.NOW.plus(OUTAGE));
    }

    @BeforeEach
    void open() {
        store = Rows.open(folder);
        outbox = outbox();
        Rows.write(store, tables -> {
            for (int group = 1; group <= GROUPS; group++) {
                tables.lane(Rows.chat(group, ChatKind.INTERNAL), Rows.NOW);
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Outbox outbox() {
        return new Outbox(store, Terms.of(Map.of("wecom", gateway)).with(Map.of("wecom", Allowance.robot("robot"))),
                clock);
    }

    private OutboxRow post(int number, Manner manner) {
        OutboxRow words = Rows.words(1 + number % GROUPS, "第 " + number + " 句");
        Instant now = clock.instant();
        OutboxRow row = new OutboxRow(0, number, words.lane(), "wecom", "say", "", words.body(), "bell", "rule", now,
                now, now.plus(manner.urgency().lifetime()), 0, Outcome.WAITING, "")
                .with(OutboxRow.Route.by("wecom", manner));
        Rows.write(store, tables -> tables.post(row));
        return store.outgoing().words(store.outgoing().last()).orElseThrow();
    }

    /** Until nothing waits any more, with words that come every fifteen seconds for the first 42 minutes. */
    private void live(Runnable every) {
        Optional<Instant> wake = Optional.of(clock.instant());
        for (int number = 0; number < WORDS || wake.isPresent();) {
            Instant spoken = number < WORDS ? Rows.NOW.plusSeconds(15L * number) : Instant.MAX;
            Instant next = wake.filter(spoken::isAfter).orElse(spoken);
            clock.set(next);
            if (next.equals(spoken)) {
                post(number, MANNERS.get(number++ % MANNERS.size()));
                every.run();
            }
            wake = outbox.deliver("wecom");
        }
    }

    private List<OutboxRow> rows() {
        return store.outgoing().after(0);
    }

    private static boolean wasWanted(OutboxRow words) {
        return words.expires().isAfter(Rows.NOW.plus(OUTAGE).plus(Duration.ofMinutes(10)));
    }

    @Test
    void losesNothingThatIsStillWantedAndDropsWhatIsTooLate() {
        live(() -> {});

        assertThat(rows()).hasSize(WORDS).filteredOn(OutageTest::wasWanted).hasSizeGreaterThan(120)
                .extracting(OutboxRow::outcome).containsOnly(Outcome.SENT);
        assertThat(rows()).filteredOn(row -> row.expires().isBefore(Rows.NOW.plus(OUTAGE))).isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.outcome()).isEqualTo(Outcome.EXPIRED);
                    assertThat(row.reason()).contains("too late");
                });
        assertThat(said).hasSize((int) rows().stream().filter(row -> row.outcome() == Outcome.SENT).count());
    }

    @Test
    void isKnockedAtByOneAtATimeAndNotStormedAfterwards() {
        live(() -> {});

        assertThat(tries).as("tries in forty minutes").hasSizeLessThan(40);
        for (Instant from : said) {
            assertThat(said.stream().filter(at -> !at.isBefore(from) && !at.isAfter(from.plus(MINUTE))).count())
                    .isLessThanOrEqualTo(20);
        }
    }

    @Test
    void isSurvivedByRestarts() {
        live(() -> {
            if (clock.instant().getEpochSecond() % 600 < 15) {
                store.close();
                store = Rows.open(folder);
                outbox = outbox();
            }
        });

        assertThat(rows()).filteredOn(OutageTest::wasWanted).extracting(OutboxRow::outcome)
                .containsOnly(Outcome.SENT);
    }

    @Test
    void inWhichNobodyKnowsWhatArrivedMakesFewPerhapsTwiceAndSaysOfWhich() {
        maybeSent = true;
        live(() -> {});

        assertThat(rows()).filteredOn(OutageTest::wasWanted).extracting(OutboxRow::outcome)
                .containsOnly(Outcome.SENT);
        assertThat(rows()).allSatisfy(row -> {
            int unsure = Collections.frequency(tries, row.id());
            assertThat(unsure).isLessThanOrEqualTo(7);
            assertThat(row.reason().contains("maybe said twice") || row.reason().contains("not known whether"))
                    .isEqualTo(unsure > 0);
        });
    }

    @Test
    void isReportedWhileItLasts() {
        for (int number = 0; number < 3; number++) {
            post(number, Manner.TOPIC);
        }
        outbox.deliver("wecom");
        assertThat(outbox.silent()).containsOnlyKeys("wecom");
        assertThat(outbox.stopped()).isEmpty();

        clock.set(Rows.NOW.plus(OUTAGE));
        outbox.deliver("wecom");
        assertThat(outbox.silent()).isEmpty();
    }

    @Test
    void ofOneMessageAloneHoldsUpNobodyElse() {
        clock.set(Rows.NOW.plus(OUTAGE));
        OutboxRow poison = Rows.words(1, "毒");
        Rows.write(store, tables -> tables.post(poison.lasting(0, clock.instant().plus(Duration.ofHours(2)))));
        for (int number = 1; number < 60; number++) {
            post(number, Manner.TOPIC);
            outbox.deliver("wecom");
            clock.set(clock.instant().plusSeconds(15));
        }

        assertThat(rows()).filteredOn(row -> row.lane() != 1 && row.outcome() == Outcome.WAITING).isEmpty();
        assertThat(outbox.silent()).isEmpty();
    }

    @Test
    void thatOutlastsWhatAChannelKnowsAgainLeavesADoubt() {
        knows = true;
        maybeSent = true;
        OutboxRow twice = post(1, Manner.HANDOFF);
        OutboxRow once = post(2, new Manner(Manner.AD.urgency(), false, Delivery.AT_MOST_ONCE, "", List.of()));
        outbox.deliver("wecom");
        assertThat(words(twice).route().doubt()).isFalse();
        assertThat(words(once).outcome()).isEqualTo(Outcome.WAITING);
        for (Optional<Instant> wake = outbox.deliver("wecom"); wake.isPresent(); wake = outbox.deliver("wecom")) {
            clock.set(wake.get());
        }

        assertThat(words(twice).outcome()).isEqualTo(Outcome.SENT);
        assertThat(words(twice).reason()).contains("maybe said twice");
        assertThat(words(once).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(words(once).reason()).contains("not known whether it was said");
    }

    private OutboxRow words(OutboxRow row) {
        return store.outgoing().words(row.id()).orElseThrow();
    }
}
