package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.bot.desk.BriefTimes;
import io.qunbot.bot.desk.Briefing;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Verdict;
import io.qunbot.store.Duty;
import io.qunbot.store.OutboxRow;
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

/** The list that comes to colleagues at their times, as WeCom is asked for it. */
class BriefingTest {

    private static final Instant NINE = Rows.NOW; // in Shanghai
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant TWO = NINE.plus(Duration.ofHours(5));
    private static final Duration LONG = Duration.ofDays(2);

    @TempDir
    private Path folder;
    private WayOut way;

    @BeforeEach
    void open() {
        way = new WayOut(folder);
        way.rules("hours: [\"MON-FRI 09:00-18:00\"]\n", Map.of());
        way.clock.set(TEN);
    }

    @AfterEach
    void close() {
        way.close();
    }

    private void brief(String... times) {
        Worklist worklist = new Worklist(way.store, Directory.EMPTY, () -> way.book, way.clock);
        List<BriefTimes> at = List.of(BriefTimes.parse(times.length == 0 ? "start, 14:00" : times[0]));
        new Briefing(way.store, worklist, () -> way.book, new Briefing.Terms(at, 2, () -> Optional.of("app")),
                way.clock).run();
        way.work();
    }

    private OutboxRow given(String kind, String text, Manner manner) {
        Instant now = way.clock.instant();
        OutboxRow row = way.post(new OutboxRow(0, 1, WayOut.CUSTOMERS, "app", kind, "zhou.min", text, "reply", "rule",
                now, now, now.plus(LONG), 0, Outcome.WAITING, "").with(OutboxRow.Route.by("app", manner))
                .with(Duty.about(text + "?").until(now.plus(LONG), LONG, List.of())));
        way.work();
        return row;
    }

    private OutboxRow draft(String text) {
        return given("draft", text, Manner.HANDOFF);
    }

    private List<JsonObject> lists() {
        return way.received(WayOut.TELL).stream().filter(message -> message.toString().contains("等您处理的有")).toList();
    }

    @Test
    void atItsTimeTheListIsACardWithTheMostPressingFieldForField() {
        OutboxRow one = draft("甲");
        OutboxRow two = given("tell", "乙", Manner.HANDOFF.urgent());
        draft("丙");
        brief();
        assertThat(lists()).isEmpty();

        way.clock.set(TWO);
        way.restart();
        brief();
        JsonObject card = lists().getFirst();
        String task = card.getAsJsonObject("template_card").get("task_id").getAsString();
        assertThat(lists()).containsExactly(JsonParser.parseString("""
                {'msgtype':'template_card','touser':'zhou.min','agentid':7,'enable_duplicate_check':1,
                 'duplicate_check_interval':600,'template_card':{'card_type':'button_interaction',
                 'main_title':{'title':'等您处理的有 3 件'},
                 'sub_title_text':'草稿 2,提醒 1。回“待办”看全部,按编号处理:用了 12、改了 12、不对 12、接了 12。',
                 'horizontal_content_list':[{'keyname':'#%d 提醒急','value':'wr1:乙?'},
                   {'keyname':'#%d 草稿','value':'wr1:甲?'}],
                 'task_id':'%s','button_list':[{'text':'看全部','style':1,'key':'show'},
                   {'text':'提醒都接了','style':4,'key':'take-all'}]}}"""
                .formatted(two.id(), one.id(), task).replace('\'', '"')).getAsJsonObject());
    }

    @Test
    void nobodyGetsItTwiceAlsoAfterARestart() {
        draft("甲");
        way.clock.set(TWO.plusSeconds(5));
        way.restart();
        brief();
        brief();
        way.restart();
        way.clock.set(TWO.plusSeconds(600));
        brief();
        assertThat(lists()).hasSize(1);
    }

    @Test
    void whoHasNothingToDoGetsNothing() {
        OutboxRow done = draft("甲");
        Worklist worklist = new Worklist(way.store, Directory.EMPTY, () -> way.book, way.clock);
        assertThat(worklist.judge(done.id(), Verdict.USED, "zhou.min", "")).isTrue();
        way.clock.set(TWO);
        way.restart();
        brief();
        assertThat(lists()).isEmpty();
    }

    @Test
    void whatSomebodyGotJustNowIsNoNewsToThem() {
        way.clock.set(TWO);
        draft("甲");
        brief();
        assertThat(lists()).isEmpty();
    }

    @Test
    void theHoursBeginWithIt() {
        draft("甲");
        way.clock.set(NINE.plus(Duration.ofDays(1)).plusSeconds(20));
        way.restart();
        brief();
        assertThat(lists()).hasSize(1);
    }

    @Test
    void outsideOfHoursOnlyWhatIsUrgentIsListed() {
        draft("甲");
        way.clock.set(TEN.plus(Duration.ofDays(1))); // Friday
        way.restart();
        OutboxRow urgent = given("tell", "乙", Manner.HANDOFF.urgent());
        way.clock.set(TWO.plus(Duration.ofDays(2)));
        way.restart();
        brief();
        assertThat(lists()).singleElement().asString().contains("等您处理的有 1 件", "#" + urgent.id());
    }

    @Test
    void whatIsLateByMoreThanAnHourComesNextTime() {
        draft("甲");
        way.clock.set(TWO.plus(Duration.ofMinutes(61)));
        way.restart();
        brief();
        assertThat(lists()).isEmpty();
    }

    @Test
    void whoeverWantsNoneGetsNone() {
        draft("甲");
        way.clock.set(TWO);
        way.restart();
        brief("off");
        assertThat(lists()).isEmpty();
    }

    @Test
    void theListItselfIsNothingToDo() {
        draft("甲");
        way.clock.set(TWO);
        way.restart();
        brief();
        assertThat(new Worklist(way.store, Directory.EMPTY, () -> way.book, way.clock).items("")).hasSize(1);
    }
}
