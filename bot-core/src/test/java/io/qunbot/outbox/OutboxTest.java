package io.qunbot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.store.FullDisk;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock(Rows.NOW);
    private final List<String> said = new ArrayList<>();
    /** What happens while words are on their way. */
    private final List<Runnable> meanwhile = new ArrayList<>();
    private final Deque<GatewayException> failures = new ArrayDeque<>();
    private Store store;
    private Outbox outbox;

    @BeforeEach
    void open() {
        store = Rows.open(folder);
        Rows.write(store, tables -> {
            tables.lane(Rows.chat(1, ChatKind.INTERNAL), Rows.NOW);
            tables.lane(Rows.chat(2, ChatKind.INTERNAL), Rows.NOW);
        });
        Gateway gateway = posting -> {
            said.add(posting.chat().id() + ": " + posting.body().plain());
            meanwhile.forEach(Runnable::run);
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return Receipt.SENT;
        };
        outbox = new Outbox(store, Map.of("wecom", gateway), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void post(OutboxRow... words) {
        Rows.write(store, tables -> {
            for (OutboxRow each : words) {
                tables.post(each);
            }
        });
    }

    private static OutboxRow fallback(int lane, long seq) {
        OutboxRow words = Rows.words(lane, "answer " + seq);
        return new OutboxRow(0, seq, lane, words.channel(), "fallback", "", words.body(), "", "", words.created(),
                words.due(), words.expires(), 0, Outcome.WAITING, "");
    }

    @Test
    void anAnswerThatARedeliveryTakesAtTheLastMomentIsNotSaidAgain() {
        post(fallback(1, 1), fallback(2, 2));
        meanwhile.add(() -> Rows.write(store, tables -> OutboxTables.of(tables).fetched(2, Rows.NOW)));

        outbox.deliver("wecom");

        assertThat(said).singleElement().asString().endsWith("answer 1");
        assertThat(store.wordsOf(2)).singleElement().extracting(OutboxRow::outcome).isEqualTo(Outcome.SENT);
    }

    @Test
    void anAnswerThatIsBeingSaidIsNotTakenByARedelivery() {
        post(fallback(1, 1));
        meanwhile.add(() -> Rows.write(store, tables -> OutboxTables.of(tables).fetched(1, Rows.NOW)));

        outbox.deliver("wecom");

        assertThat(said).hasSize(1);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.attempts()).isEqualTo(1);
            assertThat(row.reason()).isEmpty();
        });
    }

    @Test
    void anAnswerWhoseTakerIsGoneIsSaidAfterAll() {
        post(fallback(1, 1));
        Rows.write(store, tables -> OutboxTables.of(tables).fetched(1, Rows.NOW));
        outbox.deliver("wecom");
        assertThat(said).isEmpty();
        Rows.write(store, tables -> OutboxTables.of(tables).unfetched(1, Rows.NOW));

        outbox.deliver("wecom");

        assertThat(said).hasSize(1);
    }

    private static GatewayException later() {
        return new GatewayException(0, "timed out", Remedy.RETRY, true);
    }

    private List<OutboxRow> rows() {
        return store.wordsOf(1);
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    @Test
    void saysWhatIsDueInItsOrderOnce() {
        post(Rows.words(1, "一"), Rows.words(2, "二"), Rows.words(1, "三"));

        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).containsExactly("wr1: 一", "wr2: 二", "wr1: 三");
        assertThat(rows()).extracting(OutboxRow::outcome).containsOnly(Outcome.SENT);
        assertThat(rows()).extracting(OutboxRow::attempts).containsOnly(1);
        assertThat(store.outgoing().outcomes()).containsExactly(Map.entry("SENT", 3L));
    }

    @Test
    void waitsUntilWordsAreDue() {
        Instant due = Rows.NOW.plusSeconds(30);
        OutboxRow words = Rows.words(1, "一");
        post(words.after(0, Outcome.WAITING, "", due));

        assertThat(outbox.deliver("wecom")).contains(due);
        assertThat(said).isEmpty();
        pass(Duration.ofSeconds(30));
        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).hasSize(1);
    }

    @Test
    void whatSurelyDidNotLeaveIsTriedAgainAfterEverLongerPausesAsLongAsItIsWorthSaying() {
        post(Rows.words(1, "一").lasting(0, Rows.NOW.plus(Duration.ofHours(1))));
        for (int time = 0; time < 30; time++) {
            failures.add(new GatewayException(45033, "too many at once", Remedy.RETRY, false));
        }
        List<Long> pauses = pauses();

        List<Long> least = List.of(2L, 4L, 8L, 16L, 32L, 64L, 120L, 120L, 120L);
        for (int time = 0; time < least.size(); time++) {
            assertThat(pauses.get(time)).isBetween(least.get(time), least.get(time) * 5 / 4);
        }
        assertThat(said).hasSizeBetween(25, 31);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.SENT);
            assertThat(row.reason()).isEmpty();
        });
    }

    private List<Long> pauses() {
        List<Long> pauses = new ArrayList<>();
        for (var next = outbox.deliver("wecom"); next.isPresent(); next = outbox.deliver("wecom")) {
            pauses.add(Duration.between(clock.instant(), next.get()).toSeconds());
            clock.set(next.get());
        }
        return pauses;
    }

    @Test
    void whatDidNotLeaveIsTriedAtOnceWhenTheChannelIsBackAndWhatMayHaveBeenSaidIsNot() {
        post(Rows.words(1, "一").lasting(0, Rows.NOW.plus(Duration.ofHours(1))),
                Rows.words(2, "二").lasting(0, Rows.NOW.plus(Duration.ofHours(1))));
        failures.add(new GatewayException(0, "not connected", Remedy.RETRY, false));
        failures.add(later());
        outbox.deliver("wecom");
        said.clear();

        outbox.isBack("wecom");
        outbox.deliver("wecom");

        assertThat(said).containsExactly("wr1: 一");
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.SENT, Outcome.WAITING);
    }

    @Test
    void whatMayHaveBeenSaidIsTriedEverMoreRarely() {
        post(Rows.words(1, "一").lasting(0, Rows.NOW.plus(Duration.ofDays(1))));
        for (int time = 0; time < 100; time++) {
            failures.add(later());
        }
        pauses();

        assertThat(said).hasSizeBetween(6, 8);
        clock.set(Rows.NOW.plus(Duration.ofDays(2)));
        outbox.deliver("wecom");
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(row.reason()).contains("timed out").contains("not known whether it was said");
        });
    }

    @Test
    void aBusyWecomIsAskedFourTimesForWhatItMayHaveSaid() {
        post(Rows.words(1, "一").lasting(0, Rows.NOW.plus(Duration.ofDays(1))));
        for (int time = 0; time < 9; time++) {
            failures.add(new GatewayException(-1, "busy", Remedy.RETRY, true));
        }
        pauses();

        assertThat(said).hasSize(4);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(row.reason()).startsWith("-1 busy").contains("not known whether it was said");
        });
    }

    @Test
    void aGatewayThatAlwaysFailsInAWayOfItsOwnGetsEightTries() {
        post(Rows.words(1, "一").lasting(0, Rows.NOW.plus(Duration.ofDays(9))));
        meanwhile.add(() -> {
            throw new IllegalStateException("a bug");
        });
        pauses();

        assertThat(said).hasSize(8);
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void aChannelThatIsAskedTooOftenGetsAMinute() {
        post(Rows.words(1, "一"));
        failures.add(new GatewayException(45009, "api freq out of limit", Remedy.BACK_OFF, false));

        assertThat(outbox.deliver("wecom")).hasValueSatisfying(
                again -> assertThat(again).isBetween(Rows.NOW.plusSeconds(60), Rows.NOW.plusSeconds(75)));
        assertThat(rows().getFirst().reason()).isEqualTo("45009 api freq out of limit");
        pass(Duration.ofSeconds(75));
        outbox.deliver("wecom");
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.SENT);
        assertThat(rows().getFirst().reason()).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() {
        post(Rows.words(1, "一"), Rows.words(1, "二"));
        failures.add(new GatewayException(44004, "content is empty", Remedy.DROP, false));

        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).containsExactly("wr1: 一", "wr1: 二");
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.FAILED, Outcome.SENT);
        assertThat(rows().getFirst().reason()).isEqualTo("44004 content is empty");
    }

    @Test
    void aChannelWhoseConfigurationIsWrongIsLeftAloneUntilSomebodyMendsIt() {
        post(Rows.words(1, "一"), Rows.words(2, "二"));
        failures.add(new GatewayException(93000, "invalid webhook url", Remedy.DISABLE, false));

        assertThat(outbox.deliver("wecom")).contains(Rows.NOW.plus(Duration.ofMinutes(10)));
        outbox.deliver("wecom");
        assertThat(said).containsExactly("wr1: 一");
        assertThat(rows()).extracting(OutboxRow::outcome).containsOnly(Outcome.WAITING);
        assertThat(outbox.stopped()).containsExactly(Map.entry("wecom", "93000 invalid webhook url"));

        outbox.resume();
        outbox.deliver("wecom");
        assertThat(said).containsExactly("wr1: 一", "wr1: 一", "wr2: 二");
        assertThat(outbox.stopped()).isEmpty();
    }

    @Test
    void wordsOnAStoppedChannelExpire() {
        post(Rows.words(1, "一"));
        failures.add(new GatewayException(93000, "invalid webhook url", Remedy.DISABLE, false));
        outbox.deliver("wecom");
        pass(Duration.ofMinutes(11));

        outbox.deliver("wecom");
        assertThat(said).hasSize(1);
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.EXPIRED);
        assertThat(rows().getFirst().reason()).contains("too late").contains("93000");
    }

    @Test
    void aGatewayThatFailsInAWayOfItsOwnHoldsUpItsConversationOnly() {
        post(Rows.words(1, "一"), Rows.words(2, "二"));
        meanwhile.add(() -> {
            if (said.size() == 1) {
                throw new IllegalStateException("a bug");
            }
        });

        outbox.deliver("wecom");
        assertThat(said).containsExactly("wr1: 一", "wr2: 二");
        pass(Duration.ofSeconds(3));
        outbox.deliver("wecom");
        assertThat(rows()).extracting(OutboxRow::outcome).containsOnly(Outcome.SENT);
        assertThat(rows().getFirst().reason()).contains("maybe said twice");
    }

    @Test
    void nothingOvertakesWordsThatAreTriedAgain() {
        post(Rows.words(1, "一"), Rows.words(1, "二"), Rows.words(2, "别处"));
        failures.add(later());

        assertThat(outbox.deliver("wecom")).as("not at once: the second waits for the first")
                .hasValueSatisfying(again -> assertThat(again).isAfterOrEqualTo(Rows.NOW.plusSeconds(2)));
        assertThat(said).containsExactly("wr1: 一", "wr2: 别处");
        post(Rows.words(1, "三"));
        outbox.deliver("wecom");
        assertThat(said).hasSize(2);

        pass(Duration.ofSeconds(3));
        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).containsExactly("wr1: 一", "wr2: 别处", "wr1: 一", "wr1: 二", "wr1: 三");
    }

    @Test
    void whatNobodyKnowsOfAfterTwoTriesHoldsUpNothing() {
        post(Rows.words(1, "一"), Rows.words(1, "二"));
        failures.add(later());
        failures.add(later());
        outbox.deliver("wecom");
        assertThat(said).as("the first pause is short").containsExactly("wr1: 一");

        pass(Duration.ofSeconds(3));
        outbox.deliver("wecom");
        assertThat(said).containsExactly("wr1: 一", "wr1: 一", "wr1: 二");
        post(Rows.words(1, "三"));
        outbox.deliver("wecom");
        assertThat(said).endsWith("wr1: 二", "wr1: 三");

        pass(Duration.ofMinutes(1));
        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).as("the try that comes then").endsWith("wr1: 三", "wr1: 一");
        assertThat(rows()).extracting(OutboxRow::outcome).containsOnly(Outcome.SENT);
    }

    @Test
    void whatSurelyWasNotSaidIsWaitedForHoweverOftenItIsTried() {
        post(Rows.words(1, "一"), Rows.words(1, "二"));
        for (int time = 0; time < 4; time++) {
            failures.add(new GatewayException(45033, "too many at once", Remedy.RETRY, false));
        }
        pauses();

        assertThat(said).containsExactly("wr1: 一", "wr1: 一", "wr1: 一", "wr1: 一", "wr1: 一", "wr1: 二");
    }

    @Test
    void whatIsTooLateIsNotSaid() {
        post(Rows.words(1, "一"));
        pass(Duration.ofMinutes(11));

        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).isEmpty();
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.EXPIRED);
        assertThat(rows().getFirst().reason()).contains("too late");
    }

    @Test
    void wordsForNoConversationExpire() {
        post(Rows.words(9, "一"));
        outbox.deliver("wecom");

        assertThat(said).isEmpty();
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.EXPIRED);
    }

    @Test
    void whatWasSaidIsNotSaidAgainWhenTheDiskDoesNotTakeIt() {
        post(Rows.words(1, "一"));
        failures.add(new GatewayException(1, "不".repeat(400_000), Remedy.DROP, false));
        FullDisk.fill(store);

        assertThat(outbox.deliver("wecom")).contains(Rows.NOW.plusSeconds(5));
        assertThat(outbox.deliver("wecom")).contains(Rows.NOW.plusSeconds(5));
        assertThat(said).hasSize(1);
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.WAITING);

        FullDisk.makeRoom(store);
        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).hasSize(1);
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void knowsWhereTheBotCannotSpeakFirstAndWhatToDoInstead() {
        assertThat(outbox.whyNot(chat(ChatKind.INTERNAL, "wecom"))).isEmpty();
        assertThat(outbox.whyNot(chat(ChatKind.CUSTOMER, "wecom")).orElseThrow()).contains("客户群")
                .contains("a colleague answers");
        assertThat(outbox.whyNot(chat(ChatKind.INTERNAL, "app")).orElseThrow()).contains("app").contains("webhook");
        assertThat(outbox.channels()).containsExactly("wecom");
        assertThatThrownBy(() -> outbox.deliver("app")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("app");
    }

    private static Chat chat(ChatKind kind, String channel) {
        return new Chat(new ChatId("x"), kind, channel);
    }
}
