package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Verdict;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every delivery ends in an honest outcome: what WeCom is asked, what it answers, and what is written down. */
class WayOutTest {

    @TempDir
    private Path folder;
    private WayOut way;

    @BeforeEach
    void open() {
        way = new WayOut(folder);
    }

    @AfterEach
    void close() {
        way.close();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    private Outcome outcome(OutboxRow words) {
        return way.row(words.id()).outcome();
    }

    @Test
    void aDraftIsACardFieldForField() {
        OutboxRow draft = way.draft("在“我的-订单-开票”里。", List.of());
        way.work();

        String task = way.received(WayOut.TELL).getFirst().getAsJsonObject("template_card").get("task_id")
                .getAsString();
        assertThat(way.received(WayOut.TELL)).containsExactly(json("""
                {'msgtype':'template_card','touser':'zhou.min','agentid':7,'enable_duplicate_check':1,
                 'duplicate_check_interval':600,'template_card':{'card_type':'button_interaction',
                 'main_title':{'title':'草稿:群1'},'sub_title_text':'在“我的-订单-开票”里。',
                 'horizontal_content_list':[{'keyname':'问','value':'发票怎么开'},
                   {'keyname':'依据','value':'reply/rule'},
                   {'keyname':'编号','value':'#%1$d,也可以回“用了 %1$d”“不对 %1$d”'}],
                 'task_id':'%2$s','button_list':[{'text':'用了','style':1,'key':'used'},
                   {'text':'改了','style':4,'key':'changed'},{'text':'不对','style':4,'key':'wrong'}]}}"""
                .formatted(draft.id(), task)));
        assertThat(task).matches(draft.id() + "-[0-9a-f]{1,8}");
        assertThat(outcome(draft)).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
    }

    @Test
    void aDraftThatNobodyTakesGoesToTheNextAndThenExpires() {
        OutboxRow draft = way.draft("答", List.of(WayOut.XU));
        way.work();
        way.pass(Duration.ofMinutes(14), Duration.ofMinutes(1));
        assertThat(way.told()).containsExactly("zhou.min");

        way.pass(Duration.ofMinutes(2), Duration.ofMinutes(1));
        assertThat(way.told()).containsExactly("zhou.min", "xu.jia");
        assertThat(way.row(draft.id()).duty().verdict()).contains(Verdict.PASSED);

        way.pass(Duration.ofMinutes(16), Duration.ofMinutes(1));
        assertThat(way.last().outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(way.last().duty().verdict()).contains(Verdict.NOBODY);
        assertThat(way.told()).hasSize(2);
        assertThat(way.store.outgoing().outcomes()).doesNotContainKey("SENT");
    }

    @Test
    void aDraftThatCouldNotBeDeliveredGoesToTheNext() {
        way.wecom.member("xu.jia");
        OutboxRow draft = way.draft("答", List.of(WayOut.XU));
        way.work();
        assertThat(outcome(draft)).isEqualTo(Outcome.FAILED);

        way.pass(Duration.ofMinutes(16), Duration.ofMinutes(1));
        assertThat(way.told()).containsExactly("zhou.min", "xu.jia");
        assertThat(way.last().outcome()).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
        assertThat(outcome(draft)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aColleaguesWordsWithdrawADraft() {
        OutboxRow given = way.draft("答", List.of(WayOut.XU));
        way.work();
        OutboxRow waiting = way.draft("另一个", List.of(WayOut.XU));
        way.colleagueSpeaks(WayOut.XU);
        way.pass(Duration.ofHours(1), Duration.ofMinutes(5));

        assertThat(way.told()).containsExactly("zhou.min");
        assertThat(way.row(given.id())).satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
            assertThat(row.duty().verdict()).contains(Verdict.ANSWERED);
            assertThat(row.duty().judge()).contains(WayOut.XU);
        });
        assertThat(outcome(waiting)).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void whoGetsADraftLateHasTheWholeTime() {
        way.wecom.next(WayOut.TELL, Fault.code(45009));
        way.draft("答", List.of());
        way.work();
        way.clock.set(way.clock.instant().plus(Duration.ofMinutes(14)));
        way.work();

        way.pass(Duration.ofMinutes(14), Duration.ofMinutes(1));
        assertThat(way.last().outcome()).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
        way.pass(Duration.ofMinutes(2), Duration.ofMinutes(1));
        assertThat(way.last().outcome()).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void whatNobodyTakesInTimeIsToldToTheNext() {
        OutboxRow tell = way.tell("有人找", Manner.HANDOFF.urgent(), List.of(WayOut.XU));
        way.work();
        assertThat(way.received(WayOut.TELL).getFirst().getAsJsonObject("text").get("content").getAsString())
                .isEqualTo("有人找\n收到请回“接了”。");
        way.pass(Duration.ofMinutes(6), Duration.ofMinutes(1));
        assertThat(way.told()).containsExactly("zhou.min", "xu.jia");
        assertThat(way.row(tell.id()).duty().verdict()).contains(Verdict.PASSED);

        way.colleagueSpeaks(WayOut.XU);
        way.pass(Duration.ofHours(1), Duration.ofMinutes(5));
        assertThat(way.told()).hasSize(2);
        assertThat(way.last().duty().verdict()).contains(Verdict.TAKEN);
    }

    @Test
    void whatIsToldTogetherIsNotTakenForWhatOthersAreTold() {
        way.tell("一", Manner.HANDOFF.merged("k"), List.of());
        OutboxRow other = way.row(way.store.outgoing().last());
        Rows.write(way.store, tables -> tables.post(other.handed("tell", WayOut.XU.value())));
        way.work();

        assertThat(way.told()).containsExactlyInAnyOrder("zhou.min", "xu.jia");
    }

    @Test
    void aTaskIsSentWhenWecomSaysSo() {
        OutboxRow task = way.task("今晚八点直播");
        way.work();
        assertThat(way.received(WayOut.TASK)).containsExactly(json("{'chat_type':'group','sender':'zhou.min',"
                + "'chat_id_list':['wr1'],'text':{'content':'今晚八点直播'}}"));
        assertThat(outcome(task)).isEqualTo(Outcome.QUEUED_FOR_CONFIRMATION);

        way.wecom.confirm(way.row(task.id()).route().reference());
        way.pass(Duration.ofMinutes(10), Duration.ofMinutes(5));
        assertThat(outcome(task)).isEqualTo(Outcome.SENT);
        assertThat(way.received(WayOut.TASK)).hasSize(1);
    }

    @Test
    void aTaskThatTheGroupCannotTakeFails() {
        OutboxRow task = way.task("今晚八点直播");
        way.work();
        way.wecom.full("wr1");
        way.wecom.confirm(way.row(task.id()).route().reference());
        way.pass(Duration.ofMinutes(5), Duration.ofMinutes(5));

        assertThat(outcome(task)).isEqualTo(Outcome.FAILED);
        assertThat(way.row(task.id()).reason()).contains("本月");
    }

    @Test
    void aTaskThatNobodyConfirmsIsRemindedOfThreeTimesAndTakenBackAfterADay() {
        OutboxRow task = way.task("今晚八点直播");
        way.wecom.next(WayOut.TASK, Fault.code(45033)); // it is made at the second attempt
        way.work();
        way.pass(Duration.ofHours(25), Duration.ofMinutes(5));

        assertThat(way.received(WayOut.REMIND)).hasSize(3);
        assertThat(way.received(WayOut.CANCEL)).hasSize(1);
        assertThat(way.row(task.id())).satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.EXPIRED);
            assertThat(row.reason()).contains("1 天");
        });
    }

    @Test
    void aTaskThatIsNotConfirmedInItsTimeIsTakenBackThenAndItsOwnerToldOfIt() {
        OutboxRow task = way.task("开课啦", Duration.ofMinutes(32));
        way.work();
        way.pass(Duration.ofMinutes(31), Duration.ofMinutes(1));
        assertThat(way.received(WayOut.CANCEL)).isEmpty();

        way.pass(Duration.ofMinutes(2), Duration.ofMinutes(1));

        assertThat(way.received(WayOut.CANCEL)).hasSize(1);
        assertThat(way.received(WayOut.REMIND)).isEmpty();
        assertThat(way.row(task.id()).outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(way.received(WayOut.TELL)).last().asString().contains("没有发出", "32 分钟", "开课啦")
                .contains(task.recipient());
    }

    @Test
    void aReminderThatWecomRefusesEndsNoTask() {
        OutboxRow task = way.task("今晚八点直播");
        way.work();
        way.wecom.next(WayOut.REMIND, Fault.code(41093));
        way.pass(Duration.ofHours(7), Duration.ofMinutes(5));
        assertThat(outcome(task)).isEqualTo(Outcome.QUEUED_FOR_CONFIRMATION);

        way.wecom.confirm(way.row(task.id()).route().reference());
        way.pass(Duration.ofMinutes(10), Duration.ofMinutes(5));
        assertThat(outcome(task)).isEqualTo(Outcome.SENT);
    }

    @ParameterizedTest
    @CsvSource({"45009, SENT, false", "45033, SENT, false", "-1, SENT, true", "40058, FAILED, false"})
    void aRobotsRefusalsEndAsTheTableSays(int code, Outcome outcome, boolean doubt) {
        way.wecom.next(WayOut.SAY, Fault.code(code));
        OutboxRow words = way.say("一", Manner.ANSWER);
        way.work();
        way.pass(Duration.ofMinutes(3), Duration.ofSeconds(10));

        assertThat(outcome(words)).isEqualTo(outcome);
        assertThat(way.row(words.id()).route().doubt()).isEqualTo(doubt);
        assertThat(way.received(WayOut.SAY)).hasSize(outcome == Outcome.SENT ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({"reset", "half", "stall", "busy"})
    void whereNobodyKnowsTheMannerDecidesAndTheOutcomeSaysSo(String how) {
        OutboxRow answer = way.say("一", Manner.ANSWER);
        way.wecom.next(WayOut.SAY, fault(how));
        way.work();
        way.pass(Duration.ofMinutes(1), Duration.ofSeconds(10));
        assertThat(outcome(answer)).isEqualTo(Outcome.SENT);
        assertThat(way.row(answer.id()).reason()).contains("maybe said twice");

        OutboxRow advertisement = way.say("二", Manner.AD);
        way.wecom.next(WayOut.SAY, fault(how));
        way.work();
        way.pass(Duration.ofMinutes(1), Duration.ofSeconds(10));
        assertThat(outcome(advertisement)).isEqualTo(Outcome.FAILED);
        assertThat(way.row(advertisement.id()).reason()).contains("not known whether it was said");
        assertThat(way.received(WayOut.SAY)).hasSize(3);
    }

    private static Fault fault(String how) {
        return switch (how) {
            case "reset" -> new Fault.Reset();
            case "half" -> new Fault.Half();
            case "stall" -> new Fault.Stall();
            default -> Fault.code(-1);
        };
    }

    @ParameterizedTest
    @CsvSource({"reset", "half", "stall", "busy"})
    void aColleagueGetsADraftOnceThoughItIsAskedForTwice(String how) {
        OutboxRow draft = way.draft("答", List.of());
        way.wecom.next(WayOut.TELL, fault(how));
        way.work();
        way.pass(Duration.ofMinutes(1), Duration.ofSeconds(10));

        assertThat(way.row(draft.id())).satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
            assertThat(row.route().doubt()).isFalse();
            assertThat(row.reason()).isEmpty();
        });
        assertThat(way.received(WayOut.TELL)).hasSize(2).allMatch(each -> each.equals(way.received(WayOut.TELL)
                .getFirst()));
    }

    @Test
    void aTokenThatIsOverIsFetchedAgainAndNothingIsLost() {
        way.wecom.next(WayOut.TELL, Fault.code(40014));
        OutboxRow draft = way.draft("答", List.of());
        way.work();
        way.pass(Duration.ofMinutes(1), Duration.ofSeconds(10));

        assertThat(outcome(draft)).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
        assertThat(way.received("/cgi-bin/gettoken")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aRobotThatIsGoneStopsItsChannelAndNoOther() {
        way.wecom.next(WayOut.SAY, Fault.code(93000));
        OutboxRow first = way.say("一", Manner.ANSWER);
        OutboxRow second = way.say("二", Manner.ANSWER);
        OutboxRow draft = way.draft("答", List.of());
        way.work();

        assertThat(way.outbox.stopped()).containsOnlyKeys("robot");
        assertThat(way.outbox.stopped().get("robot")).contains("webhook").doesNotContain("key1");
        assertThat(outcome(first)).isEqualTo(Outcome.WAITING);
        assertThat(outcome(draft)).isEqualTo(Outcome.DRAFT_FOR_HUMAN);
        assertThat(way.received(WayOut.SAY)).hasSize(1);

        way.outbox.resume();
        way.pass(Duration.ofMinutes(1), Duration.ofSeconds(10));
        assertThat(outcome(first)).isEqualTo(Outcome.SENT);
        assertThat(outcome(second)).isEqualTo(Outcome.SENT);
    }

    @Test
    void aLongTextCostsTheBudgetAsManyMessagesAsItIs() {
        String text = "这是一句话。".repeat(600);
        for (int number = 0; number < 4; number++) {
            way.say(number + text, Manner.ANSWER);
        }
        way.work();
        int first = way.received(WayOut.SAY).size();
        way.pass(Duration.ofSeconds(70), Duration.ofSeconds(10));

        assertThat(first).isBetween(12, 20);
        assertThat(way.store.outgoing().outcomes()).containsOnlyKeys("SENT");
        assertThat(way.received(WayOut.SAY).size()).isGreaterThan(20);
    }

    @Test
    void restartsLoseAndDoubleNothing() {
        OutboxRow draft = way.draft("答", List.of(WayOut.XU));
        OutboxRow task = way.task("今晚八点直播");
        OutboxRow said = way.say("一", Manner.ANSWER);
        way.restart();
        way.work();
        way.restart();
        way.pass(Duration.ofMinutes(16), Duration.ofMinutes(1));
        way.restart();
        way.wecom.confirm(way.row(task.id()).route().reference());
        way.pass(Duration.ofMinutes(20), Duration.ofMinutes(1));

        assertThat(way.told()).containsExactly("zhou.min", "xu.jia");
        assertThat(way.received(WayOut.TASK)).hasSize(1);
        assertThat(way.received(WayOut.SAY)).hasSize(1);
        assertThat(outcome(task)).isEqualTo(Outcome.SENT);
        assertThat(outcome(said)).isEqualTo(Outcome.SENT);
        assertThat(way.row(draft.id()).duty().verdict()).contains(Verdict.PASSED);
        assertThat(way.last().outcome()).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void aTaskThatAColleagueStoppedIsTakenBackUnlessItWasSent() {
        OutboxRow stopped = way.task("明晚八点直播");
        OutboxRow sent = way.task("周末团建");
        way.work();
        way.wecom.confirm(way.row(sent.id()).route().reference());
        List.of(stopped, sent).forEach(task -> way.withdraw(task.id()));
        way.work();

        assertThat(way.received(WayOut.CANCEL)).containsExactly(
                json("{'msgid':'" + way.row(stopped.id()).route().reference() + "'}"));
        assertThat(outcome(stopped)).isEqualTo(Outcome.CANCELLED);
        assertThat(way.row(stopped.id()).reason()).contains("同事叫停");
        assertThat(outcome(sent)).isEqualTo(Outcome.SENT);
    }
}
