package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Verdict;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.store.Duty;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for colleagues in the night, and who gets it when it leaves, as WeCom is asked for it. */
class MorningTest {

    private static final Instant NIGHT = Instant.parse("2026-12-02T15:00:00Z"); // 23:00 in Shanghai
    private static final Instant MORNING = Rows.NOW; // 09:00
    private static final String HOURS = "hours: [\"09:00-18:00\"]\n";
    private static final Map<String, String> ROTA = Map.of("oncall", """
            turn: [zhou.min, xu.jia]
            every: day
            from: 2026-12-01
            at: "01:00"
            """);

    @TempDir
    private Path folder;
    private WayOut way;

    @BeforeEach
    void open() {
        way = new WayOut(folder);
        way.rules(HOURS + "staff: { 值班: { rota: oncall } }\n", ROTA);
        way.clock.set(NIGHT);
    }

    @AfterEach
    void close() {
        way.close();
    }

    /** Words that were decided now and wait for the morning, unless they are urgent. */
    private OutboxRow words(String kind, String to, String text, Manner manner, List<MemberId> next) {
        Instant now = way.clock.instant();
        Instant due = manner.asked() || now.equals(MORNING) ? now : MORNING;
        return way.post(new OutboxRow(0, 1, WayOut.CUSTOMERS, "app", kind, to, text, "reply", "rule", now, due,
                due.plus(Duration.ofDays(1)), 0, Outcome.WAITING, "").with(OutboxRow.Route.by("app", manner))
                .with(Duty.about("问" + text).until(due.plus(Duration.ofMinutes(15)), Duration.ofMinutes(15), next)));
    }

    private OutboxRow draft(String text) {
        return words("draft", "zhou.min", text, Manner.HANDOFF, List.of());
    }

    private OutboxRow tell(String to, String text) {
        return words("tell", to, text, Manner.HANDOFF, List.of());
    }

    private void at(Instant time) {
        way.clock.set(time);
        way.work();
    }

    private List<String> texts() {
        return way.received(WayOut.TELL).stream().map(MorningTest::text).toList();
    }

    private static String text(JsonObject message) {
        return message.has("text") ? message.getAsJsonObject("text").get("content").getAsString() : "card";
    }

    @Test
    void whatWaitedIsOneMessageAndEachOfItStaysOpenByItself() {
        OutboxRow one = draft("甲");
        OutboxRow two = tell("zhou.min", "乙");
        OutboxRow three = draft("丙");
        at(NIGHT);
        assertThat(way.told()).isEmpty();

        at(MORNING);
        assertThat(way.told()).containsExactly("zhou.min");
        assertThat(texts()).containsExactly("""
                昨晚有 3 件事等您:

                #%d 草稿 · 群1
                问:问甲
                答:甲

                #%d 提醒 · 群1
                乙

                #%d 草稿 · 群1
                问:问丙
                答:丙

                草稿回复“用了 %1$d”“改了 %1$d”“不对 %1$d”。提醒回复“接了 %2$d”;只回“接了”就是都接了。"""
                .formatted(one.id(), two.id(), three.id()));
        assertThat(way.row(one.id()).outcome()).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
        assertThat(way.row(two.id()).outcome()).isEqualTo(Outcome.SENT);
        assertThat(List.of(one, two, three)).allSatisfy(each -> {
            assertThat(way.row(each.id()).duty().isOpen()).isTrue();
            assertThat(way.row(each.id()).duty().deadline()).contains(MORNING.plus(Duration.ofMinutes(15)));
            assertThat(way.row(each.id()).attempts()).isEqualTo(1);
        });
    }

    @Test
    void whatWasTakenUpMeanwhileIsLeftOut() {
        OutboxRow one = draft("甲");
        OutboxRow two = tell("zhou.min", "乙");
        OutboxRow three = tell("zhou.min", "丙");
        Rows.write(way.store, tables -> OutboxTables.of(tables).judge(two.id(), Verdict.TAKEN,
                Optional.of(WayOut.ZHOU), "", way.clock.instant()));
        Rows.write(way.store, tables -> OutboxTables.of(tables).end(one.ended(Outcome.CANCELLED, "x"), NIGHT));
        at(MORNING);

        assertThat(texts()).containsExactly("丙\n收到请回“接了”。");
        assertThat(way.row(two.id()).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(way.row(three.id()).outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void aColleagueWhoSpokeInTheNightHasTakenAllOfTheGroup() {
        draft("甲");
        tell("zhou.min", "乙");
        way.colleagueSpeaks(WayOut.XU);
        at(MORNING);
        assertThat(way.told()).isEmpty();
        assertThat(way.store.outgoing().outcomes()).containsOnly(Map.entry("CANCELLED", 2L));
    }

    @Test
    void whatIsUrgentLeavesAtOnceAndWhatIsDecidedByDayByItself() {
        words("tell", "zhou.min", "急", Manner.HANDOFF.urgent(), List.of());
        tell("zhou.min", "缓");
        at(NIGHT);
        assertThat(texts()).containsExactly("急\n收到请回“接了”。");

        way.clock.set(MORNING);
        way.restart();
        tell("zhou.min", "早");
        way.work();
        assertThat(texts()).containsExactly("急\n收到请回“接了”。", "缓\n收到请回“接了”。", "早\n收到请回“接了”。");
    }

    @Test
    void othersGetAMessageOfTheirOwn() {
        tell("zhou.min", "甲");
        tell("xu.jia", "乙");
        tell("zhou.min", "丙");
        at(MORNING);
        assertThat(way.told()).containsExactly("zhou.min", "xu.jia");
    }

    @Test
    void whatWasRefusedIsTriedAgainTogether() {
        OutboxRow one = tell("zhou.min", "甲");
        OutboxRow two = tell("zhou.min", "乙");
        way.wecom.next(WayOut.TELL, Fault.code(45009));
        at(MORNING);
        assertThat(way.row(one.id()).due()).isEqualTo(way.row(two.id()).due()).isAfter(MORNING);
        assertThat(way.row(two.id()).outcome()).isEqualTo(Outcome.WAITING);

        way.pass(Duration.ofMinutes(3), Duration.ofMinutes(1));
        assertThat(texts()).last().asString().startsWith("昨晚有 2 件事等您");
        assertThat(List.of(one, two)).allSatisfy(
                each -> assertThat(way.row(each.id()).outcome()).isEqualTo(Outcome.SENT));
    }

    @Test
    void aCrashBetweenAskingAndKnowingKeepsThemTogether() {
        OutboxRow one = tell("zhou.min", "甲");
        OutboxRow two = tell("zhou.min", "乙");
        Rows.write(way.store, tables -> {
            OutboxTables.of(tables).begin(one.begun(MORNING), MORNING);
            OutboxTables.of(tables).begin(two.begun(MORNING), MORNING);
        });
        way.restart();
        at(MORNING);
        assertThat(texts()).singleElement().asString().startsWith("昨晚有 2 件事等您");
    }

    @Test
    void afterAWeekendItIsNotLastNight() {
        way.clock.set(NIGHT.minus(Duration.ofDays(2)));
        tell("zhou.min", "甲");
        way.clock.set(NIGHT);
        tell("zhou.min", "乙");
        at(MORNING);
        assertThat(texts()).singleElement().asString().startsWith("您不在的时候有 2 件事等您");
    }

    @Test
    void moreThanTwentyAreMoreMessages() {
        for (int each = 0; each < 23; each++) {
            tell("zhou.min", "事" + each);
        }
        at(MORNING);
        assertThat(String.join("\n", texts())).contains("昨晚有 20 件事等您", "昨晚有 3 件事等您");
        assertThat(way.store.outgoing().outcomes()).containsOnly(Map.entry("SENT", 23L));
    }

    @Test
    void aTellForWhoeverIsOnDutyGoesToWhoeverIsWhenItLeaves() {
        words("tell", "rota:oncall", "急一", Manner.HANDOFF.urgent(), List.of());
        at(NIGHT); // the 2nd: xu.jia
        OutboxRow night = words("tell", "rota:oncall", "急二", Manner.HANDOFF.urgent(), List.of());
        OutboxRow morning = tell("rota:oncall", "缓");
        way.restart();
        at(NIGHT.plus(Duration.ofHours(3))); // 02:00 of the 3rd: zhou.min
        assertThat(way.told()).containsExactly("xu.jia", "zhou.min");
        assertThat(way.row(night.id()).recipient()).isEqualTo("zhou.min");
        assertThat(way.row(morning.id()).recipient()).isEqualTo("rota:oncall");
        way.restart();
        at(MORNING);
        assertThat(way.told()).containsExactly("xu.jia", "zhou.min", "zhou.min");
    }

    @Test
    void whatIsForWhoeverIsOnDutyAndWhatIsForThatColleagueIsOneMessage() {
        tell("rota:oncall", "甲");
        tell("zhou.min", "乙");
        at(MORNING);
        assertThat(texts()).singleElement().asString().startsWith("昨晚有 2 件事等您");
    }

    @Test
    void aRotaThatIsEditedHoldsForWhatWaits() {
        tell("rota:oncall", "甲");
        way.rules(HOURS + "staff: { 值班: { rota: oncall } }\n", Map.of("oncall", ROTA.get("oncall")
                + "leave: [{ who: zhou.min, from: 2026-12-03, until: 2026-12-03, substitute: lin.zhou }]\n"));
        at(MORNING);
        assertThat(way.told()).containsExactly("lin.zhou");
    }

    @Test
    void whenNobodyIsOnDutyItIsSaidAndTheNextGetsIt() {
        way.rules(HOURS + "staff: { 值班: { rota: oncall } }\n", Map.of("oncall", ROTA.get("oncall")
                + "until: 2026-12-01\n"));
        OutboxRow words = words("tell", "rota:oncall", "甲", Manner.HANDOFF.urgent(), List.of(WayOut.XU));
        at(NIGHT);
        assertThat(way.row(words.id()).outcome()).isEqualTo(Outcome.UNSUPPORTED);
        assertThat(way.row(words.id()).reason()).contains("值班表里现在没有人");

        way.pass(Duration.ofMinutes(16), Duration.ofMinutes(1));
        assertThat(way.told()).containsExactly("xu.jia");
    }

    @Test
    void aReminderThatNobodyTookReachesWhoeverIsOnDutyByThen() {
        way.clock.set(NIGHT.plus(Duration.ofMinutes(110))); // 00:50, and the duty ends at 01:00
        words("tell", "zhou.min", "甲", Manner.HANDOFF.urgent(), List.of(new MemberId("rota:oncall")));
        way.work();
        way.pass(Duration.ofMinutes(16), Duration.ofMinutes(1));
        assertThat(way.told()).containsExactly("zhou.min", "zhou.min");
    }
}
