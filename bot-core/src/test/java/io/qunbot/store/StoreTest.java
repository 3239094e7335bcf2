package io.qunbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    private Path folder;

    @Test
    void anEmptyFileBecomesTheNewestVersionAndStaysIt() throws SQLException {
        Rows.open(folder).close();
        assertThat(ask("select version from schema_version")).isEqualTo(String.valueOf(Schema.NEWEST));
        assertThat(ask("pragma journal_mode")).isEqualTo("wal");
        assertThat(ask("pragma auto_vacuum")).as("incremental").isEqualTo("2");

        try (Store store = Rows.open(folder)) {
            assertThat(store.lastSeq()).isZero();
            assertThat(store.lastLane()).isZero();
        }
        assertThat(ask("select count(*) from schema_version")).isEqualTo("1");
    }

    @Test
    void refusesAFileOfANewerVersionAndLeavesItAlone() throws SQLException {
        Rows.open(folder).close();
        run("update schema_version set version = " + (Schema.NEWEST + 1));

        assertThatThrownBy(() -> Rows.open(folder)).isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version").hasMessageContaining("schema " + (Schema.NEWEST + 1));
        assertThat(ask("select version from schema_version")).isEqualTo(String.valueOf(Schema.NEWEST + 1));
    }

    @Test
    void refusesAFileThatIsNoStore() throws Exception {
        Files.writeString(folder.resolve("qunbot.db"), "this is no database, whatever its name says. ".repeat(100));

        assertThatThrownBy(() -> Rows.open(folder)).isInstanceOf(StoreException.class)
                .hasMessageContaining("qunbot.db");
    }

    @Test
    void numbersGoOnWhereTheyEnded() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                assertThat(tables.append(Rows.event(1, "a", Rows.NOW))).isEqualTo(1);
                assertThat(tables.append(Rows.event(1, "b", Rows.NOW))).isEqualTo(2);
                assertThat(tables.post(Rows.words(1, "好"))).isEqualTo(1);
            });
        }
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                assertThat(tables.append(Rows.event(1, "c", Rows.NOW))).isEqualTo(3);
                assertThat(tables.post(Rows.words(1, "好"))).isEqualTo(2);
            });
            assertThat(store.lastSeq()).isEqualTo(3);
        }
    }

    @Test
    void anEventReadsBackAsItWasWritten() {
        byte[] payload = {0, 1, -1, 127};
        JournalRow row = new JournalRow(0, 7, new EventId("app", "消息1"), Rows.NOW.minusMillis(1), Rows.NOW,
                JournalState.DONE, payload, "答案😀", "reply/invoice");
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> tables.append(row));

            JournalRow read = store.journal(1).orElseThrow();
            assertThat(read.payload()).isEqualTo(payload);
            assertThat(read).usingRecursiveComparison().ignoringFields("seq").isEqualTo(row);
            assertThat(store.journal(2)).isEmpty();
        }
    }

    @Test
    void whatIsOpenIsUnfinishedUntilItIsCompleted() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                tables.append(Rows.event(1, "a", Rows.NOW, JournalState.OPEN));
                tables.append(Rows.event(1, "b", Rows.NOW));
                tables.append(Rows.event(1, "c", Rows.NOW, JournalState.OPEN));
            });
            assertThat(store.lastRun().unfinished()).extracting(JournalRow::seq).containsExactly(1L, 3L);
            Rows.write(store, tables -> tables.complete(1, Rows.NOW, JournalState.DONE));
            assertThat(store.lastRun().unfinished()).extracting(JournalRow::seq).containsExactly(3L);
        }
    }

    @Test
    void aChatKeepsItsFirstName() {
        LaneRow renamed = new LaneRow(1, Rows.chat(1, ChatKind.CUSTOMER).id(), Rows.chat(1, ChatKind.CUSTOMER).chat(),
                Optional.of("新名字"));
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> tables.lane(Rows.chat(1, ChatKind.INTERNAL), Rows.NOW));
            Rows.write(store, tables -> tables.lane(renamed, Rows.NOW));

            LaneRow read = store.lane(1).orElseThrow();
            assertThat(read.firstName()).contains("群1");
            assertThat(read.chat()).isEqualTo(renamed.chat());
            assertThat(store.lane(LaneId.of(read.chat().orElseThrow().id()))).contains(read);
            assertThat(store.chats()).containsExactly(read);
            assertThat(store.lastLane()).isEqualTo(1);
        }
    }

    @Test
    void alarmsAreDueInTheirOrderAndOneOfAKeyTakesThePlaceOfTheOther() {
        try (Store store = Rows.open(folder)) {
            assertThat(store.alarms().next()).isEmpty();
            Rows.write(store, tables -> {
                tables.lane(Rows.chat(1, ChatKind.INTERNAL), Rows.NOW);
                tables.wake(alarm("b", 20));
                tables.wake(alarm("a", 10));
                tables.wake(alarm("b", 5));
                tables.wake(alarm("c", 7));
                tables.cancel(1, "topics", "c");
            });
            assertThat(store.alarms().due(Rows.NOW.plusSeconds(10), 9)).extracting(Ringing::alarm)
                    .containsExactly(alarm("b", 5), alarm("a", 10));
            assertThat(store.alarms().due(Rows.NOW.plusSeconds(9), 9)).extracting(Ringing::alarm)
                    .containsExactly(alarm("b", 5));
            assertThat(store.alarms().next()).contains(Rows.NOW.plusSeconds(5));
            assertThat(store.alarms().of(1, "topics", "a")).contains(alarm("a", 10));
            assertThat(store.alarms().of(2, "topics", "a")).isEmpty();
        }
    }

    private static AlarmRow alarm(String key, int seconds) {
        return new AlarmRow(1, "topics", key, Rows.NOW.plusSeconds(seconds), "{}");
    }

    @Test
    void theNewestEventsOfAChatAreFoundIndexedOrNot() {
        try (Store store = Rows.open(folder)) {
            add(store, 0, 30);
            assertThat(newest(store, 1, 3)).containsExactly("21", "24", "27");

            ChatIndex.catchUp(store, 1);
            Rows.write(store, _ -> {});
            assertThat(store.indexedUntil()).isEqualTo(30);
            assertThat(newest(store, 1, 3)).containsExactly("21", "24", "27");

            add(store, 30, 36);
            assertThat(newest(store, 1, 3)).as("partly indexed").containsExactly("27", "30", "33");
            assertThat(newest(store, 2, 100)).hasSize(12).endsWith("34").startsWith("1");
            assertThat(newest(store, 9, 3)).isEmpty();
        }
    }

    @Test
    void theIndexWaitsUntilThereIsEnoughForABatch() {
        try (Store store = Rows.open(folder)) {
            add(store, 0, 9);
            ChatIndex.catchUp(store, 10);
            Rows.write(store, _ -> {});
            assertThat(store.indexedUntil()).isZero();
            add(store, 9, 10);
            ChatIndex.catchUp(store, 10);
            ChatIndex.catchUp(store, 10); // before the first one is written
            Rows.write(store, _ -> {});
            assertThat(store.indexedUntil()).isEqualTo(10);
        }
    }

    private static void add(Store store, int from, int to) {
        Rows.write(store, tables -> {
            for (int number = from; number < to; number++) {
                tables.append(Rows.event(number % 3 + 1, String.valueOf(number), Rows.NOW));
            }
        });
    }

    private static List<String> newest(Store store, int lane, int most) {
        return store.newest(lane, most).stream().map(row -> row.id().key()).toList();
    }

    @Test
    void forgetsOldEventsOfOneChatStepByStep() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                for (int number = 0; number < 20; number++) {
                    Instant received = Rows.NOW.plus(Duration.ofDays(number / 2));
                    long seq = tables.append(Rows.event(number % 2 + 1, String.valueOf(number), received));
                    tables.post(Rows.words(1, "好").withSeq(seq).after(1, Outcome.SENT, "", received));
                }
            });
            ChatIndex.catchUp(store, 1);
            assertThat(store.sealing().catchUp()).isTrue();
            List<Integer> deleted = new ArrayList<>();
            Instant before = Rows.NOW.plus(Duration.ofDays(5));
            Rows.write(store, tables -> {
                deleted.add(tables.purge(1, before, 3));
                deleted.add(tables.purge(1, before, 3));
                deleted.add(tables.purge(1, before, 3));
            });

            assertThat(deleted).containsExactly(3, 2, 0);
            assertThat(newest(store, 1, 100)).containsExactly("10", "12", "14", "16", "18");
            assertThat(newest(store, 2, 100)).hasSize(10);
            assertThat(store.wordsOf(1)).isEmpty();
            assertThat(store.wordsOf(2)).hasSize(1);
            assertThat(store.journal(1)).isEmpty();
        }
    }

    @Test
    void keepsTheNewestGoodContentOfAFile() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                tables.keepFile("rules/a.yaml", bytes("一"), Rows.NOW);
                tables.keepFile("rules/b.yaml", bytes("二"), Rows.NOW);
                tables.keepFile("rules/a.yaml", bytes("三"), Rows.NOW);
                tables.dropFile("rules/b.yaml");
            });
        }
        try (Store store = Rows.open(folder)) {
            assertThat(store.books().goodFiles()).containsOnlyKeys("rules/a.yaml");
            assertThat(store.books().goodFiles().get("rules/a.yaml")).isEqualTo(bytes("三"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aBackupOfARunningStoreIsWholeAndNeverOverwrites() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Path target = folder.resolve("it's a backup.db");
        try (Store store = Rows.open(folder)) {
            add(store, 0, 500);
            Thread writing = Thread.ofPlatform().daemon().start(() -> {
                for (int number = 500; !enough.get(); number++) {
                    int next = number;
                    Rows.write(store, tables -> {
                        long seq = tables.append(Rows.event(1, String.valueOf(next), Rows.NOW));
                        tables.post(Rows.words(1, "好").withSeq(seq));
                    });
                }
            });
            store.file().backup(target);
            enough.set(true);
            writing.join();

            assertThatThrownBy(() -> store.file().backup(target)).isInstanceOf(StoreException.class)
                    .hasMessageContaining("never overwrites");
        }
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.move(target, other.resolve("qunbot.db"));
        try (Store copy = Rows.open(other)) {
            assertThat(copy.lastSeq()).isGreaterThanOrEqualTo(500);
            for (long seq = 501; seq <= copy.lastSeq(); seq++) {
                assertThat(copy.wordsOf(seq)).as("a unit is in the backup whole or not at all").hasSize(1);
            }
            Rows.write(copy, tables -> tables.append(Rows.event(1, "more", Rows.NOW)));
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("qunbot.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("qunbot.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
