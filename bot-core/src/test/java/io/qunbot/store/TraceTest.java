package io.qunbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why turns ended as they did, as it is kept. */
class TraceTest {

    private static final Instant LONG_AGO = Rows.NOW.minus(Duration.ofDays(100));

    @TempDir
    private Path folder;

    private static TraceRow trace(long seq, int weight, Instant at) {
        return new TraceRow(seq, weight, at, "v1", "service", "[]");
    }

    private static List<Long> kept(Store store) {
        return LongStream.rangeClosed(1, 10).boxed().filter(seq -> store.traces().of(seq).isPresent()).toList();
    }

    @Test
    void aTraceIsFoundByItsEventAndReplacedWhenTheEventRunsAgain() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> TraceTables.write(tables, trace(7, 1, LONG_AGO)));
            Rows.write(store, tables -> TraceTables.write(tables, trace(7, 2, Rows.NOW)));
            assertThat(store.traces().of(7)).contains(trace(7, 2, Rows.NOW));
            assertThat(store.traces().of(8)).isEmpty();
            assertThat(store.traces().count()).isEqualTo(1);
        }
    }

    @Test
    void theLightestGoFirstAndOfThoseTheOldest() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                for (long seq = 1; seq <= 6; seq++) {
                    TraceTables.write(tables, trace(seq, seq % 2 == 0 ? 1 : 2, Rows.NOW));
                }
                TraceTables.dropLightest(tables, 2);
            });
            assertThat(kept(store)).containsExactly(1L, 3L, 5L, 6L);
            Rows.write(store, tables -> TraceTables.dropLightest(tables, 2));
            assertThat(kept(store)).containsExactly(3L, 5L);
        }
    }

    @Test
    void theOldOnesGoInSteps() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                for (long seq = 1; seq <= 5; seq++) {
                    TraceTables.write(tables, trace(seq, 2, seq < 4 ? LONG_AGO : Rows.NOW));
                }
                TraceTables.dropOlder(tables, Rows.NOW, 2);
            });
            assertThat(kept(store)).containsExactly(3L, 4L, 5L);
            assertThat(store.traces().oldest()).contains(LONG_AGO);
            Rows.write(store, tables -> TraceTables.dropOlder(tables, Rows.NOW, 10));
            assertThat(kept(store)).containsExactly(4L, 5L);
        }
    }

    @Test
    void theRulesOfAnyTimeAreKnownThatIsStillKept() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                TraceTables.book(tables, 1, "v1", LONG_AGO);
                TraceTables.book(tables, 5, "v2", LONG_AGO.plusSeconds(1));
                TraceTables.book(tables, 9, "v3", Rows.NOW);
            });
            assertThat(store.traces().bookOf(4)).contains("v1");
            Rows.write(store, tables -> TraceTables.dropOlder(tables, Rows.NOW, 10));
            assertThat(store.traces().bookOf(4)).isEmpty();
            assertThat(store.traces().bookOf(8)).contains("v2");
            assertThat(store.traces().bookOf(9)).contains("v3");
        }
    }

    @Test
    void whoeverForgetsAnEventForgetsItsTrace() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                long seq = tables.append(Rows.event(1, "a", LONG_AGO));
                TraceTables.write(tables, trace(seq, 2, Rows.NOW));
                tables.indexChats(0, seq);
            });
            assertThat(store.sealing().catchUp()).isTrue();
            Rows.write(store, tables -> tables.purge(1, Rows.NOW, 10));
            assertThat(store.traces().count()).isZero();
        }
    }
}
