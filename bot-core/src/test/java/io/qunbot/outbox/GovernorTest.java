package io.qunbot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One budget for the whole bot: what of the words that wait leaves, and when. */
class GovernorTest {

    @TempDir
    private Path folder;

    /** Nine in the morning in Shanghai. */
    private final VirtualClock clock = new VirtualClock(Rows.NOW);
    private final List<String> said = new ArrayList<>();
    private final Set<MemberId> optedOut = new HashSet<>();
    private final Gateway gateway = posting -> {
        said.add(posting.chat().id() + (posting.to().isEmpty() ? "" : "@" + posting.to().getFirst()) + ": "
                + posting.body().plain());
        return Receipt.SENT;
    };
    private Store store;

    @BeforeEach
    void open() {
        store = Rows.open(folder);
        Rows.write(store, tables -> {
            tables.lane(Rows.chat(1, ChatKind.INTERNAL), Rows.NOW);
            tables.lane(Rows.chat(2, ChatKind.INTERNAL), Rows.NOW);
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Outbox outbox(String fields, List<Allowance> allowances) {
        String rules = "profile: test\ngoal: g\nvalue: [v]\ngroups: [{ rest: true }]\n" + fields;
        RuleBook book = new BookReader(Map.of(), Directory.EMPTY::nameOf).read(new TreeMap<>(
                Map.of("rules/test.yaml", rules.getBytes(StandardCharsets.UTF_8)))).book();
        return new Outbox(store, Terms.of(Map.of("wecom", gateway)).with(Map.of("wecom", allowances)).with(() -> book)
                .with(optedOut::contains), clock);
    }

    private void post(int lane, String text, Manner manner) {
        Rows.write(store, tables -> tables.post(Rows.words(lane, text)
                .after(0, Outcome.WAITING, "", clock.instant()).with(OutboxRow.Route.by("wecom", manner))));
    }

    private List<OutboxRow> rows() {
        return store.wordsOf(1);
    }

    @Test
    void aConversationThatHasHadItsShareHoldsUpNoOther() {
        Outbox outbox = outbox("", Allowance.aibot("aibot.wecom"));
        for (int number = 0; number < 31; number++) {
            post(1, "第 " + number + " 条", Manner.ANSWER);
        }
        post(2, "别处", Manner.ANSWER);

        assertThat(outbox.deliver("wecom")).contains(Rows.NOW.plusSeconds(60).plusMillis(1));
        assertThat(said).hasSize(31).contains("wr2: 别处").doesNotContain("wr1: 第 30 条");
    }

    @Test
    void theSameWordsAreSaidOnceAMinute() {
        Outbox outbox = outbox("", List.of());
        post(1, "开课啦", Manner.TOPIC);
        post(1, "开课啦", Manner.TOPIC);
        post(2, "开课啦", Manner.TOPIC);

        outbox.deliver("wecom");
        assertThat(said).containsExactly("wr1: 开课啦", "wr2: 开课啦");
        assertThat(rows()).extracting(OutboxRow::outcome).containsExactly(Outcome.SENT, Outcome.CANCELLED,
                Outcome.SENT);
        assertThat(rows().get(1).reason()).contains("刚说过一样的话");
        clock.set(clock.instant().plusSeconds(61));
        post(1, "开课啦", Manner.TOPIC);
        outbox.deliver("wecom");
        assertThat(said).hasSize(3);
    }

    @Test
    void wordsThatBelongTogetherAreSaidOnceInTheirNewestForm() {
        Outbox outbox = outbox("", List.of());
        post(1, "欢迎 王五", Manner.WELCOME.merged("welcome"));
        post(1, "欢迎 王五、赵六", Manner.WELCOME.merged("welcome"));

        outbox.deliver("wecom");
        assertThat(said).containsExactly("wr1: 欢迎 王五、赵六");
        assertThat(rows().getFirst().reason()).contains("merged");
    }

    @Test
    void whoOptedOutMeanwhileIsLeftAlone() {
        Outbox outbox = outbox("", List.of());
        optedOut.add(new MemberId("王五"));
        post(1, "王五,还没认识您", Manner.TOPIC.about(List.of(new MemberId("王五"))));
        post(1, "王五,在这里开", Manner.ANSWER.about(List.of(new MemberId("王五"))));

        outbox.deliver("wecom");
        assertThat(said).containsExactly("wr1: 王五,在这里开");
        assertThat(rows().getFirst().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void whatIsDelayedIntoTheNightWaitsForTheMorning() {
        Outbox outbox = outbox("quiet: [\"08:50-10:00\"]", List.of());
        post(1, "话题", Manner.TOPIC);
        post(1, "回答", Manner.ANSWER);

        Instant end = Rows.NOW.plus(Duration.ofHours(1));
        assertThat(outbox.deliver("wecom")).contains(end);
        assertThat(said).containsExactly("wr1: 回答");
        clock.set(end);
        outbox.deliver("wecom");
        assertThat(rows().getFirst().outcome()).as("ten minutes were all it was worth").isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void colleaguesAreToldWhenTheyWorkUnlessItIsUrgent() {
        Outbox outbox = outbox("hours: [\"09:05-21:00\"]", List.of());
        tell("不急", Manner.HANDOFF);
        tell("急", Manner.HANDOFF.urgent());

        Instant begin = Rows.NOW.plus(Duration.ofMinutes(5));
        assertThat(outbox.deliver("wecom")).contains(begin);
        assertThat(said).containsExactly("wr1@zhou.min: 急");
        clock.set(begin);
        outbox.deliver("wecom");
        assertThat(said).containsExactly("wr1@zhou.min: 急", "wr1@zhou.min: 不急");
    }

    private void tell(String text, Manner manner) {
        Rows.write(store, tables -> tables.post(new OutboxRow(0, 1, 1, "robot", "tell", "zhou.min", text, "reply", "a",
                Rows.NOW, Rows.NOW, Rows.NOW.plus(Duration.ofMinutes(10)), 0, Outcome.WAITING, "")
                .with(OutboxRow.Route.by("wecom", manner))));
    }

    @Test
    void advertisementIsNoMoreThanItsShare() {
        Outbox outbox = outbox("limits: { ads: 20% }", List.of());
        post(1, "推广", Manner.AD);
        for (int number = 0; number < 4; number++) {
            post(1, "第 " + number + " 条", Manner.ANSWER);
        }
        post(1, "又一条推广", Manner.AD);

        outbox.deliver("wecom");
        assertThat(said).hasSize(5).last().isEqualTo("wr1: 推广");
        assertThat(rows().getLast().outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(rows().getLast().reason()).contains("limits.ads");
    }

    @Test
    void aTryThatCameToNothingCostsTheOperatorNothing() {
        List<Boolean> first = new ArrayList<>(List.of(true));
        Gateway shaky = posting -> {
            if (!first.isEmpty()) {
                first.clear();
                throw new GatewayException(0, "connection refused",
                        GatewayException.Remedy.RETRY, false);
            }
            return gateway.deliver(posting);
        };
        RuleBook book = new BookReader(Map.of(), Directory.EMPTY::nameOf).read(new TreeMap<>(Map.of("rules/test.yaml",
                "profile: test\ngoal: g\nvalue: [v]\ngroups: [{ rest: true }]\nlimits: { say: 1/1h }"
                        .getBytes(StandardCharsets.UTF_8))))
                .book();
        Outbox outbox = new Outbox(store, Terms.of(Map.of("wecom", shaky)).with(() -> book), clock);
        post(1, "一", Manner.ANSWER);
        for (Optional<Instant> next = outbox.deliver("wecom"); next.isPresent(); next = outbox.deliver("wecom")) {
            clock.set(next.get());
        }

        assertThat(said).containsExactly("wr1: 一");
        assertThat(rows().getFirst().outcome()).isEqualTo(Outcome.SENT);
    }
}
