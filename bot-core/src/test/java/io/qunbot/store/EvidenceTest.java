package io.qunbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Outcome;
import io.qunbot.store.Evidence.Damage;
import io.qunbot.store.Evidence.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two groups, three days, ten messages a day in each; the bot answers the first. */
class EvidenceTest {

    private static final int DAY = SealDay.dayOf(Rows.NOW);

    @TempDir
    private Path folder;

    private Evidence sealed() {
        return sealed(List.of());
    }

    private Evidence sealed(List<Head> kept) {
        try (Store store = Rows.open(folder)) {
            assertThat(store.sealing().catchUp()).isTrue();
            return store.verify("", kept);
        }
    }

    /** Event 1 to 60: the odd ones in group 1, the even ones in group 2, twenty a day. */
    private void talk() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                tables.lane(Rows.chat(1, ChatKind.CUSTOMER), Rows.NOW);
                tables.lane(Rows.chat(2, ChatKind.CUSTOMER), Rows.NOW);
                for (int number = 0; number < 60; number++) {
                    Instant at = Rows.NOW.plus(Duration.ofDays(number / 20)).plusSeconds(number);
                    tables.append(Rows.event(number % 2 + 1, "第" + number + "条", at));
                }
                tables.post(Rows.words(1, "好").after(1, Outcome.SENT, "", Rows.NOW));
                tables.post(Rows.words(1, "还在等"));
            });
        }
        assertThat(sealed().damages()).isEmpty();
    }

    private void tamper(String... sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("qunbot.db"));
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.executeUpdate(each);
            }
        }
    }

    private List<Damage> after(String... sql) throws SQLException {
        talk();
        tamper(sql);
        return sealed().damages();
    }

    @Test
    void whatWasNotTouchedIsAsItWasSealed() {
        talk();
        Evidence evidence = sealed();

        assertThat(evidence.damages()).isEmpty();
        assertThat(evidence.events()).isEqualTo(60);
        assertThat(evidence.words()).as("outcomes that are known").isEqualTo(1);
        assertThat(evidence.unsealed()).isZero();
        assertThat(evidence.heads()).hasSize(3);
    }

    @Test
    void aChangedByteIsFoundWithItsMessage() throws SQLException {
        assertThat(after("update journal set payload = cast('第8条.' as blob) where seq = 9")).containsExactly(
                new Damage(Kind.CHANGED, "chat:wr1", DAY, false, 9, ""));
    }

    static Stream<String> columns() {
        return Stream.of("channel = 'other'", "id = 'other'", "at = at + 1", "received = received + 1",
                "answer = '好'", "rule = 'r'");
    }

    @ParameterizedTest
    @MethodSource("columns")
    void nothingOfAMessageCanBeChanged(String column) throws SQLException {
        assertThat(after("update journal set " + column + " where seq = 31")).extracting(Damage::kind, Damage::number)
                .containsExactly(tuple(Kind.CHANGED, 31L));
    }

    @Test
    void aMessageThatIsPutIntoAnotherGroupIsFound() throws SQLException {
        assertThat(after("update journal set lane = 2 where seq = 9")).containsExactly(
                new Damage(Kind.CHANGED, "chat:wr1", DAY, false, 9, ""));
    }

    @Test
    void aDeletedMessageIsMissed() throws SQLException {
        assertThat(after("delete from journal where seq = 22")).containsExactly(
                new Damage(Kind.MISSING, "chat:wr2", DAY + 1, false, 22, ""));
    }

    @Test
    void aMessageThatIsDeletedWithItsSealIsNamedByTheGap() throws SQLException {
        assertThat(after("delete from journal where seq = 5", "delete from seal where seq = 5")).singleElement()
                .satisfies(damage -> {
                    assertThat(damage.kind()).isEqualTo(Kind.COUNT);
                    assertThat(damage.lane()).isEqualTo("chat:wr1");
                    assertThat(damage.day()).isEqualTo(DAY);
                    assertThat(damage.detail()).startsWith("9/10");
                });
    }

    @Test
    void swappedMessagesAreFound() throws SQLException {
        assertThat(after("update journal set seq = 1000 where seq = 3", "update journal set seq = 3 where seq = 7",
                "update journal set seq = 7 where seq = 1000")).extracting(Damage::kind, Damage::number)
                .containsExactly(tuple(Kind.CHANGED, 3L),
                        tuple(Kind.CHANGED, 7L));
    }

    @Test
    void aMessageThatIsSealedAnewBreaksTheChain() throws SQLException {
        talk();
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                tables.run("update journal set payload = ? where seq = 9", new byte[]{1});
                JournalRow forged = tables.list(RowReader::journal, "select " + RowReader.JOURNAL
                        + " from journal where seq = 9").getFirst();
                tables.run("update seal set proof = ? where seq = 9", new Leaf().proof(Leaf.content("chat:wr1",
                        forged)));
            });
        }
        assertThat(sealed().damages()).containsExactly(new Damage(Kind.BROKEN, "chat:wr1", DAY, false, 0, "1-19"));
    }

    @Test
    void anInsertedMessageIsFound() throws SQLException {
        assertThat(after("delete from journal where seq = 22",
                "insert into journal select 22, 1, channel, 'new', at, received, state, payload, answer, rule"
                        + " from journal where seq = 21"))
                .extracting(Damage::kind).containsExactly(Kind.CHANGED);
        tamper("delete from seal where seq = 22", "update seal_day set count = count - 1 where lane = 2 and day = "
                + (DAY + 1));
        assertThat(sealed().damages()).contains(
                new Damage(Kind.INSERTED, "chat:wr1", DAY + 1, false, 22, ""));
    }

    @Test
    void aTailThatIsCutOffIsFound() throws SQLException {
        assertThat(after("delete from journal where seq > 55")).extracting(Damage::kind).hasSize(5)
                .containsOnly(Kind.MISSING);
        tamper("delete from seal where seq > 55");
        assertThat(sealed().damages()).extracting(Damage::kind).containsOnly(Kind.COUNT);
    }

    @Test
    void aDayThatIsCutOffWithAllItsSealsIsMissedByTheCount() throws SQLException {
        assertThat(after("delete from journal where seq > 40", "delete from seal where seq > 40",
                "delete from seal_day where kind = 0 and day = " + (DAY + 2))).containsExactly(
                        new Damage(Kind.SHORTENED, "", -1, false, 0, "40/60"));
    }

    @Test
    void whatIsCutOffThoroughlyIsFoundByTheHeadsThatWereKeptElsewhere() throws SQLException {
        talk();
        List<Head> kept = sealed().heads();
        tamper("delete from journal where seq > 40", "delete from seal where seq > 40",
                "delete from seal_day where kind = 0 and day = " + (DAY + 2),
                "update mark set value = 40 where name in ('seal', 'sealed')");

        assertThat(sealed().damages()).as("a chain proves nothing against who can write it anew").isEmpty();
        assertThat(sealed(kept).damages()).extracting(Damage::kind, Damage::lane).containsExactly(
                tuple(Kind.OTHER_HEAD, "chat:wr1"),
                tuple(Kind.OTHER_HEAD, "chat:wr2"));
    }

    @Test
    void headsThatWereKeptAreMetAgainWhenMoreWasSaid() {
        talk();
        List<Head> kept = sealed().heads();
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> tables.append(Rows.event(1, "新", Rows.NOW.plus(Duration.ofDays(2)))));
        }
        Evidence evidence = sealed(kept.stream().map(head -> Head.read(head.line()).orElseThrow()).toList());

        assertThat(evidence.damages()).isEmpty();
        assertThat(evidence.checked()).isEqualTo(3);
    }

    @Test
    void aForgedTombstoneIsFound() throws SQLException {
        assertThat(after("delete from journal where seq = 9",
                "update seal set gone = 1, proof = zeroblob(32) where seq = 9")).extracting(Damage::kind)
                .containsExactlyInAnyOrder(Kind.BROKEN, Kind.FORGED);
        tamper("insert into tombstone values (1, 0, 'root', '没什么', 1, 0, 0, zeroblob(32))");
        assertThat(sealed().damages()).extracting(Damage::kind).containsExactlyInAnyOrder(Kind.BROKEN, Kind.FORGED);
        tamper("delete from tombstone", "update seal set gone = -1 where seq = 9");
        assertThat(sealed().damages()).as("as if its time were over").extracting(Damage::kind)
                .containsExactlyInAnyOrder(Kind.BROKEN, Kind.FORGED);
    }

    @Test
    void whatBecameOfTheBotsWordsCannotBeChanged() throws SQLException {
        assertThat(after("update outbox set outcome = 'FAILED' where id = 1")).containsExactly(
                new Damage(Kind.CHANGED, "chat:wr1", DAY, true, 1, ""));
        tamper("update outbox set outcome = 'SENT', body = '不好' where id = 1");
        assertThat(sealed().damages()).extracting(Damage::kind).containsExactly(Kind.CHANGED);
    }

    @Test
    void wordsThatAreTriedAgainAreSealedAgain() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                tables.lane(Rows.chat(1, ChatKind.CUSTOMER), Rows.NOW);
                tables.append(Rows.event(1, "a", Rows.NOW));
                tables.post(Rows.words(1, "好").after(1, Outcome.FAILED, "", Rows.NOW));
            });
            assertThat(store.sealing().catchUp()).isTrue();
            Rows.write(store, tables -> OutboxTables.of(tables).again(1, Rows.NOW, Rows.NOW.plusSeconds(60)));
            assertThat(store.verify("", List.of()).damages()).isEmpty();
            Rows.write(store, tables -> OutboxTables.of(tables).end(
                    store.outgoing().words(1).orElseThrow().ended(Outcome.CANCELLED, ""), Rows.NOW));
            assertThat(store.sealing().catchUp()).isTrue();
        }
        Evidence evidence = sealed();
        assertThat(evidence.damages()).isEmpty();
        assertThat(evidence.words()).isEqualTo(2);
    }

    @Test
    void whatWentInTimeLeavesTheHeadThatStoodThere() throws SQLException {
        talk();
        List<Head> kept = sealed().heads();
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                tables.purge(1, Rows.NOW.plus(Duration.ofDays(2)), 7);
                tables.purge(1, Rows.NOW.plus(Duration.ofDays(2)), 500);
            });
        }
        Evidence evidence = sealed(kept);
        assertThat(evidence.damages()).isEmpty();
        assertThat(evidence.events()).isEqualTo(40);
        assertThat(evidence.expired()).isEqualTo(21);
        assertThat(evidence.checked()).isEqualTo(3);

        tamper("delete from seal_cut where kind = 0");
        assertThat(sealed().damages()).isNotEmpty();
    }

    @Test
    void whatWasImportedGoesByTheTimeAtWhichItWasSaid() {
        talk();
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                for (int number = 0; number < 3; number++) {
                    JournalRow late = Rows.event(1, "历史" + number, Rows.NOW.plus(Duration.ofDays(2)));
                    tables.append(new JournalRow(0, 1, late.id(), Rows.NOW.minus(Duration.ofDays(300L * number)),
                            late.received(), late.state(), late.payload(), null, null));
                }
            });
            assertThat(store.sealing().catchUp()).isTrue();
            Rows.write(store, tables -> assertThat(tables.purge(1, Rows.NOW.minusSeconds(1), 500)).isEqualTo(2));
            assertThat(store.journal(61)).isPresent();
            assertThat(store.journal(62)).isEmpty();
            assertThat(store.journal(63)).isEmpty();
        }
        assertThat(sealed().damages()).isEmpty();
    }

    @Test
    void noNumberIsGivenTwiceAlsoWhenTheNewestAreForgotten() {
        talk();
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> tables.purge(1, Rows.NOW.plus(Duration.ofDays(9)), 500));
            Rows.write(store, tables -> tables.purge(2, Rows.NOW.plus(Duration.ofDays(9)), 500));
            assertThat(store.lastSeq()).isZero();
        }
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> assertThat(tables.append(Rows.event(1, "新", Rows.NOW))).isEqualTo(61));
        }
        assertThat(sealed().damages()).isEmpty();
    }
}
