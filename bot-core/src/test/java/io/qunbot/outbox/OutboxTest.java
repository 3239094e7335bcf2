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
        meanwhile.add(() -> Rows.write(store, tables -> tables.fetched(2, Rows.NOW)));

        outbox.deliver("wecom");

        assertThat(said).singleElement().asString().endsWith("answer 1");
        assertThat(store.wordsOf(2)).singleElement().extracting(OutboxRow::outcome).isEqualTo(Outcome.SENT);
    }

    @Test
    void anAnswerThatIsBeingSaidIsNotTakenByARedelivery() {
        post(fallback(1, 1));
        meanwhile.add(() -> Rows.write(store, tables -> tables.fetched(1, Rows.NOW)));

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
        Rows.write(store, tables -> tables.fetched(1, Rows.NOW));
        outbox.deliver("wecom");
        assertThat(said).isEmpty();
        Rows.write(store, tables -> tables.unfetched(1, Rows.NOW));

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
        assertThat(store.outcomes()).containsExactly(Map.entry("SENT", 3L));
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
    void triesAgainAfterEverLongerPausesAndGivesUpInTheEnd() {
        post(new OutboxRow(0, 1, 1, "wecom", "say", "", "一", "reply", "rule", Rows.NOW, Rows.NOW,
                Rows.NOW.plus(Duration.ofDays(1)), 0, Outcome.WAITING, ""));
        for (int time = 0; time < 8; time++) {
            failures.add(later());
        }
        List<Long> pauses = new ArrayList<>();
        for (var next = outbox.deliver("wecom"); next.isPresent(); next = outbox.deliver("wecom")) {
            pauses.add(Duration.between(clock.instant(), next.get()).toSeconds());
            clock.set(next.get());
        }

        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 120L);
        assertThat(said).hasSize(8);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(row.reason()).isEqualTo("timed out");
            assertThat(row.attempts()).isEqualTo(8);
        });
    }

    @Test
    void aChannelThatIsAskedTooOftenGetsAMinute() {
        post(Rows.words(1, "一"));
        failures.add(new GatewayException(45009, "api freq out of limit", Remedy.BACK_OFF, false));

        assertThat(outbox.deliver("wecom")).contains(Rows.NOW.plusSeconds(60));
        assertThat(rows().getFirst().reason()).isEqualTo("45009 api freq out of limit");
        pass(Duration.ofSeconds(60));
        outbox.deliver("wecom");
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.SENT);
        assertThat(rows().getFirst().reason()).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() {
        post(Rows.words(1, "一"), Rows.words(1, "二"));
        failures.add(new GatewayException(93000, "invalid webhook url", Remedy.DISABLE, false));

        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).containsExactly("wr1: 一", "wr1: 二");
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.FAILED, Outcome.SENT);
        assertThat(rows().getFirst().reason()).isEqualTo("93000 invalid webhook url");
    }

    @Test
    void nothingOvertakesWordsThatAreTriedAgain() {
        post(Rows.words(1, "一"), Rows.words(1, "二"), Rows.words(2, "别处"));
        failures.add(later());

        assertThat(outbox.deliver("wecom")).as("not at once: the second waits for the first")
                .contains(Rows.NOW.plusSeconds(2));
        assertThat(said).containsExactly("wr1: 一", "wr2: 别处");
        post(Rows.words(1, "三"));
        assertThat(outbox.deliver("wecom")).contains(Rows.NOW.plusSeconds(2));
        assertThat(said).hasSize(2);

        pass(Duration.ofSeconds(2));
        assertThat(outbox.deliver("wecom")).isEmpty();
        assertThat(said).containsExactly("wr1: 一", "wr2: 别处", "wr1: 一", "wr1: 二", "wr1: 三");
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
