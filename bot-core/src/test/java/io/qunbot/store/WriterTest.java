package io.qunbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {

    private static final byte[] LARGE = new byte[400_000];

    @TempDir
    private Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Rows.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Sees to it that what is submitted by {@code body} shares one commit. */
    private void together(Runnable body) {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch gathered = new CountDownLatch(1);
        RecordedUnit gate = RecordedUnit.of(_ -> {
            writing.countDown();
            await(gathered);
        });
        store.writer().submit(gate);
        await(writing);
        body.run();
        gathered.countDown();
        assertThat(gate.end()).isEqualTo(RecordedUnit.End.COMMITTED);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void manyUnitsShareACommit() {
        List<RecordedUnit> units = new ArrayList<>();
        together(() -> {
            for (int number = 0; number < 200; number++) {
                units.add(submit(event("n" + number)));
            }
        });

        assertThat(units).allSatisfy(unit -> assertThat(unit.end()).isEqualTo(RecordedUnit.End.COMMITTED));
        assertThat(store.lastSeq()).isEqualTo(200);
        assertThat(store.writer().commits()).isLessThanOrEqualTo(3);
        assertThat(store.writer().units()).isEqualTo(201);
    }

    @Test
    void aUnitThatBreaksAConstraintIsRejectedAloneAndItsNeighboursAreCommitted() {
        List<RecordedUnit> good = new ArrayList<>();
        List<RecordedUnit> bad = new ArrayList<>();
        together(() -> {
            for (int number = 0; number < 5; number++) {
                String key = "n" + number;
                good.add(submit(event(key)));
                bad.add(submit(tables -> {
                    tables.append(Rows.event(1, "half of " + key, Rows.NOW));
                    tables.complete(1, Rows.NOW, JournalState.DONE);
                    tables.complete(1, Rows.NOW, JournalState.DONE);
                }));
            }
        });

        assertThat(good).allSatisfy(unit -> {
            assertThat(unit.end()).isEqualTo(RecordedUnit.End.COMMITTED);
            assertThat(unit.standing()).isEqualTo(1);
        });
        assertThat(bad).allSatisfy(unit -> {
            assertThat(unit.end()).isEqualTo(RecordedUnit.End.REJECTED);
            assertThat(unit.standing()).isZero();
        });
        assertThat(keys()).containsExactly("n0", "n1", "n2", "n3", "n4");
        assertThat(store.writer().epoch()).isZero();
        assertThat(store.writer().failing()).isFalse();
    }

    @Test
    void aUnitThatThrowsIsRejectedAloneToo() {
        RecordedUnit bad = RecordedUnit.of(_ -> {
            throw new IllegalStateException("a bug");
        });
        RecordedUnit good = RecordedUnit.of(event("good"));
        together(() -> {
            store.writer().submit(bad);
            store.writer().submit(good);
        });

        assertThat(bad.end()).isEqualTo(RecordedUnit.End.REJECTED);
        assertThat(good.end()).isEqualTo(RecordedUnit.End.COMMITTED);
    }

    @Test
    void aFullDiskLosesTheWholeBatchAndBeginsANewEpoch() {
        submit(event("before")).end();
        FullDisk.fill(store);
        RecordedUnit small = RecordedUnit.of(event("small"));
        RecordedUnit large = RecordedUnit.of(WriterTest::large);
        together(() -> {
            store.writer().submit(small);
            store.writer().submit(large);
        });

        assertThat(small.end()).isEqualTo(RecordedUnit.End.LOST);
        assertThat(large.end()).isEqualTo(RecordedUnit.End.LOST);
        assertThat(small.standing()).isZero();
        assertThat(store.writer().failing()).isTrue();
        assertThat(store.writer().epoch()).isEqualTo(1);
        assertThat(keys()).containsExactly("before");
    }

    @Test
    void goesOnWhenThereIsRoomAgain() {
        FullDisk.fill(store);
        for (int time = 0; time < 3; time++) {
            assertThat(submit(WriterTest::large).end()).isEqualTo(RecordedUnit.End.LOST);
        }
        FullDisk.makeRoom(store);
        RecordedUnit good = RecordedUnit.of(event("good"));
        RecordedUnit large = RecordedUnit.of(WriterTest::large);
        RecordedUnit bad = RecordedUnit.of(tables -> {
            event("half").write(tables);
            throw new IllegalStateException("a bug");
        });
        together(() -> {
            store.writer().submit(good);
            store.writer().submit(large);
            store.writer().submit(bad);
        });

        assertThat(good.end()).isEqualTo(RecordedUnit.End.COMMITTED);
        assertThat(large.end()).isEqualTo(RecordedUnit.End.COMMITTED);
        assertThat(bad.end()).as("transactions hold again").isEqualTo(RecordedUnit.End.REJECTED);
        assertThat(store.writer().failing()).isFalse();
        assertThat(keys()).containsExactly("good", "large");
        assertThat(store.lastSeq()).isEqualTo(2);
    }

    @Test
    void whatWasDecidedInAnEarlierEpochIsLostWithIt() {
        int before = store.writer().epoch();
        FullDisk.fill(store);
        submit(WriterTest::large).end();
        FullDisk.makeRoom(store);

        RecordedUnit old = new RecordedUnit(before, event("old"));
        RecordedUnit young = new RecordedUnit(store.writer().epoch(), event("young"));
        store.writer().submit(old);
        store.writer().submit(young);
        assertThat(old.end()).isEqualTo(RecordedUnit.End.LOST);
        assertThat(young.end()).isEqualTo(RecordedUnit.End.COMMITTED);
        assertThat(keys()).containsExactly("young");
    }

    @Test
    void aCommitWhoseConsequencesFailDoesNotEndTheWriter() {
        store.writer().submit(new Unit() {
            @Override
            public int epoch() {
                return ANY_EPOCH;
            }

            @Override
            public void write(Tables tables) {}

            @Override
            public void committed(Handover handover) {
                handover.to(Runnable::run, () -> {
                    throw new AssertionError("a bug");
                });
            }

            @Override
            public void rejected(Exception why, Handover handover) {}

            @Override
            public void lost(Exception why, Handover handover) {}
        });

        assertThat(submit(event("after")).end()).isEqualTo(RecordedUnit.End.COMMITTED);
    }

    @Test
    void writesWhatIsQueuedBeforeItCloses() {
        List<RecordedUnit> units = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            units.add(submit(event("n" + number)));
        }
        store.close();
        store = Rows.open(folder);

        assertThat(units).allSatisfy(unit -> assertThat(unit.end()).isEqualTo(RecordedUnit.End.COMMITTED));
        assertThat(store.lastSeq()).isEqualTo(100);
    }

    private RecordedUnit submit(SmallUnit.Statement statement) {
        RecordedUnit unit = RecordedUnit.of(statement);
        store.writer().submit(unit);
        return unit;
    }

    private static SmallUnit.Statement event(String key) {
        return tables -> tables.append(Rows.event(1, key, Rows.NOW));
    }

    private static void large(Tables tables) throws WriteException {
        JournalRow row = Rows.event(1, "large", Rows.NOW);
        tables.append(new JournalRow(0, 1, row.id(), Rows.NOW, Rows.NOW, JournalState.DONE, LARGE, null, null));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (long seq = 1; seq <= store.lastSeq(); seq++) {
            store.journal(seq).ifPresent(row -> keys.add(row.id().key()));
        }
        return keys;
    }
}
