package io.qunbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Charge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final Charge TWO = new Charge("robot", 2, Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    @Test
    void theWindowIncludesBothOfItsEdges() {
        try (Store store = Rows.open(folder)) {
            Ledger ledger = store.ledger();
            assertThat(ledger.take(List.of(TWO), Rows.NOW).granted()).isTrue();
            assertThat(ledger.take(List.of(TWO), Rows.NOW.plusSeconds(10)).granted()).isTrue();

            Ledger.Verdict third = ledger.take(List.of(TWO), Rows.NOW.plusSeconds(60));
            assertThat(third.granted()).isFalse();
            assertThat(third.shortOf()).contains(TWO);
            assertThat(third.again()).isEqualTo(Rows.NOW.plusSeconds(60).plusMillis(1));
            assertThat(ledger.take(List.of(TWO), third.again()).granted()).isTrue();
            assertThat(ledger.take(List.of(TWO), third.again()).again())
                    .isEqualTo(Rows.NOW.plusSeconds(70).plusMillis(1));
        }
    }

    @Test
    void allBudgetsAreTakenOrNone() {
        Charge hour = new Charge("robot", 1000, Duration.ofHours(1));
        Charge none = new Charge("group", 0, Duration.ofDays(1));
        try (Store store = Rows.open(folder)) {
            Ledger ledger = store.ledger();
            assertThat(ledger.take(List.of(TWO, hour, none), Rows.NOW).granted()).isFalse();
            assertThat(ledger.count("robot", Duration.ofHours(1), Rows.NOW)).isZero();

            Ledger.Verdict both = ledger.take(List.of(TWO, hour), Rows.NOW);
            assertThat(both.uses()).singleElement()
                    .satisfies(use -> assertThat(use.until()).isEqualTo(Rows.NOW.plus(Duration.ofHours(1))));
            assertThat(ledger.count("robot", Duration.ofHours(1), Rows.NOW)).isEqualTo(1);
        }
    }

    @Test
    void aRestartForgetsNoneThatWasWritten() {
        Instant later = Rows.NOW.plusSeconds(30);
        try (Store store = Rows.open(folder)) {
            List<Ledger.Use> uses = new ArrayList<>(store.ledger().take(List.of(TWO), Rows.NOW).uses());
            Rows.write(store, tables -> OutboxTables.of(tables).spend(uses));
            List<Ledger.Use> moved = store.ledger().move(uses, later);
            Rows.write(store, tables -> OutboxTables.of(tables).move(moved));
        }
        try (Store store = Rows.open(folder)) {
            assertThat(store.ledger().take(List.of(TWO), later).granted()).isTrue();
            assertThat(store.ledger().take(List.of(TWO), later).granted()).isFalse();
            assertThat(store.ledger().take(List.of(TWO), Rows.NOW.plusSeconds(61)).granted()).isFalse();
        }
    }

    @Test
    void whatIsGivenBackWasNeverUsed() {
        try (Store store = Rows.open(folder)) {
            Ledger ledger = store.ledger();
            List<Ledger.Use> uses = ledger.take(List.of(TWO), Rows.NOW).uses();
            Rows.write(store, tables -> OutboxTables.of(tables).spend(uses));
            ledger.giveBack(uses);
            Rows.write(store, tables -> OutboxTables.of(tables).giveBack(uses));
            assertThat(ledger.count("robot", Duration.ofMinutes(1), Rows.NOW)).isZero();
        }
        try (Store store = Rows.open(folder)) {
            assertThat(store.ledger().count("robot", Duration.ofMinutes(1), Rows.NOW)).isZero();
        }
    }
}
