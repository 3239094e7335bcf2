package io.qunbot.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Verdict;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.store.Duty;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is to do, in which order, and for whom. */
class WorklistTest {

    private static final MemberId ZHOU = new MemberId("zhou");

    @TempDir
    private Path folder;
    private final VirtualClock clock = new VirtualClock(Rows.NOW);
    private Store store;
    private Worklist worklist;

    @BeforeEach
    void open() {
        store = Rows.open(folder);
        Rows.write(store, tables -> tables.lane(Rows.chat(1, ChatKind.CUSTOMER), Rows.NOW));
        worklist = new Worklist(store, Directory.EMPTY, () -> RULES, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static final RuleBook RULES = rules();

    private static RuleBook rules() {
        Map<String, String> files = Map.of("rules/test.yaml", """
                profile: test
                goal: 接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou, 值班: { rota: oncall } }
                """, "config/rota/oncall.yaml", "turn: [xu, wang]\nevery: day\nfrom: 2026-12-03\n");
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new BookReader(Map.of(), _ -> Optional.empty()).read(bytes).book();
    }

    private long given(String kind, String to, String text, Manner manner, Duty duty, Outcome outcome) {
        OutboxRow row = Rows.words(1, text).handed(kind, to).with(duty).with(OutboxRow.Route.by("app", manner))
                .ended(outcome, "");
        Rows.write(store, tables -> tables.post(row));
        return store.outgoing().last();
    }

    private long tell(String to, String text) {
        return given("tell", to, text, Manner.HANDOFF, Duty.about(""), Outcome.SENT);
    }

    private static Duty until(int minutes) {
        Instant end = Rows.NOW.plus(Duration.ofMinutes(minutes));
        return Duty.about("").until(end, Duration.ofMinutes(5), List.of());
    }

    private List<Long> ids(String who) {
        return worklist.items(who).stream().map(Worklist.Item::id).toList();
    }

    @Test
    void whatIsOverdueComesFirstThenWhatIsUrgentThenWhatEndsSoonest() {
        long plain = tell("zhou", "甲");
        long later = given("draft", "zhou", "乙", Manner.HANDOFF, until(30), Outcome.DRAFT_FOR_HUMAN);
        long sooner = given("draft", "zhou", "丙", Manner.HANDOFF, until(20), Outcome.DRAFT_FOR_HUMAN);
        long urgent = given("tell", "zhou", "丁", Manner.HANDOFF.urgent(), Duty.about(""), Outcome.SENT);
        long overdue = given("draft", "zhou", "戊", Manner.HANDOFF, until(5), Outcome.DRAFT_FOR_HUMAN);
        clock.set(Rows.NOW.plus(Duration.ofMinutes(10)));

        assertThat(ids("")).containsExactly(overdue, urgent, sooner, later, plain);
        assertThat(worklist.items("").getFirst().overdue()).isTrue();
        assertThat(worklist.items("").get(1).urgent()).isTrue();
    }

    @Test
    void aColleagueSeesTheirOwnAndNobodyWhoseNameBeginsLikeTheirs() {
        long own = tell("zhou", "甲");
        long both = tell("zhou,xu", "乙");
        tell("zhou.min", "丙");
        assertThat(ids("zhou")).containsExactly(own, both);
        assertThat(worklist.isOf(store.outgoing().words(both).orElseThrow(), ZHOU)).isTrue();
    }

    @Test
    void whatIsDoneOrNeverCameOrIsOlderThanAWeekIsNotListed() {
        long done = tell("zhou", "甲");
        assertThat(worklist.judge(done, Verdict.TAKEN, "zhou", "")).isTrue();
        assertThat(worklist.judge(done, Verdict.TAKEN, "zhou", "")).isFalse();
        given("tell", "zhou", "乙", Manner.HANDOFF, Duty.about(""), Outcome.CANCELLED);
        long old = tell("zhou", "丙");
        assertThat(ids("")).containsExactly(old);
        clock.set(Rows.NOW.plus(Duration.ofDays(7)).plusSeconds(1));
        assertThat(ids("")).isEmpty();
    }

    @Test
    void whatWaitsForWhoeverIsOnDutyIsForWhoeverIsNow() {
        long waiting = given("tell", "rota:oncall", "甲", Manner.HANDOFF, Duty.about(""), Outcome.WAITING);
        assertThat(ids("xu")).containsExactly(waiting);
        assertThat(ids("wang")).isEmpty();
        clock.set(Rows.NOW.plus(Duration.ofDays(1)));
        assertThat(ids("wang")).containsExactly(waiting);
        assertThat(worklist.items("").getFirst().who()).containsExactly("wang");
    }

    @Test
    void whoIsOnDutyIsSaidWithTheEndOfIt() {
        assertThat(worklist.onDuty(Rows.NOW)).isEqualTo("oncall:xu,到 12-04 00:00");
    }

    @Test
    void whoeverIsInARotaIsAColleague() {
        assertThat(List.of("zhou", "xu", "wang")).allMatch(account -> worklist.isKnown(new MemberId(account)));
        assertThat(worklist.isKnown(new MemberId("li"))).isFalse();
    }

    @Test
    void theBotsOwnWordsToColleaguesAreNothingToDo() {
        OutboxRow own = new OutboxRow(0, 0, 1, "app", "tell", "zhou", "好的", "desk", "", Rows.NOW, Rows.NOW,
                Rows.NOW.plusSeconds(60), 0, Outcome.SENT, "");
        Rows.write(store, tables -> tables.post(own));
        assertThat(ids("")).isEmpty();
    }

    @Test
    void whatWouldHaveBeenSaidIsListedByGroup() {
        given("say", "", "甲", Manner.ANSWER, Duty.about("问"), Outcome.WATCHED);
        assertThat(worklist.watched("wr1", Rows.NOW)).singleElement()
                .satisfies(item -> assertThat(item.quote()).isEqualTo("问"));
        assertThat(worklist.watched("wr2", Rows.NOW)).isEmpty();
        assertThat(worklist.watched("", Rows.NOW.plusMillis(1))).isEmpty();
    }

    @Test
    void inAChatTheListIsTenLinesAtMost() {
        for (int each = 0; each < 12; each++) {
            tell("zhou", "事");
        }
        assertThat(worklist.text(ZHOU, Rows.NOW)).startsWith("等您处理的有 12 件:").contains("\n#10 wr1:事")
                .doesNotContain("#11");
        assertThat(worklist.text(new MemberId("xu"), Rows.NOW)).isEqualTo("现在没有等您处理的事。");
    }
}
