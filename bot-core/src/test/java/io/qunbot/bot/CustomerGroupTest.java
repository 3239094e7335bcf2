package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Verdict;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.OutboxRow;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot and a customer group: everything goes through a colleague, and nothing counts as sent before WeCom says so. */
@Timeout(60)
class CustomerGroupTest {

    private static final String TASK = "/cgi-bin/externalcontact/add_msg_template";

    @TempDir
    private Path folder;
    private WecomStandIn wecom;
    private TestHome home;

    @BeforeEach
    void start() throws IOException {
        wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7)
                .group(JsonParser.parseString("{\"chat_id\":\"wr1\",\"name\":\"一群\",\"owner\":\"zhou.min\"}")
                        .getAsJsonObject());
        home = new TestHome(folder).config("""
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", token: %s, aesKey: %s }
                """.formatted(wecom.address(), TestHome.TOKEN, TestHome.AES_KEY));
        rules("auto");
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private void rules(String mode) throws IOException {
        home.file("service.yaml", """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                mode: %s
                staff: { owner: zhou.min, backup: xu.jia }
                speak: { draft: { to: backup, expires: 1h } }
                plugins: { say: {} }
                """.formatted(mode));
    }

    private static void happens(Bot bot, String change) throws IOException, InterruptedException {
        call(bot, "<FromUserName>sys</FromUserName><Event>change_external_chat</Event><ChatId>wr1</ChatId>"
                + "<ChangeType>update</ChangeType>" + change);
    }

    private static void joins(Bot bot) throws IOException, InterruptedException {
        happens(bot, "<UpdateDetail>add_member</UpdateDetail><MemChangeCnt>1</MemChangeCnt>"
                + "<MemChangeList><Item>wm1</Item></MemChangeList>");
    }

    private static void renamed(Bot bot) throws IOException, InterruptedException {
        happens(bot, "<UpdateDetail>change_name</UpdateDetail>");
    }

    private static void presses(Bot bot, String colleague, String key, long task)
            throws IOException, InterruptedException {
        call(bot, "<FromUserName>" + colleague + "</FromUserName><Event>template_card_event</Event><EventKey>" + key
                + "</EventKey><TaskId>" + task + "-1f</TaskId><CardType>button_interaction</CardType>"
                + "<ResponseCode>response-1</ResponseCode><AgentID>7</AgentID>");
    }

    private static void call(Bot bot, String event) throws IOException, InterruptedException {
        Credentials shared = new Credentials(TestHome.TOKEN, TestHome.AES_KEY, "ww1");
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/app");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.APP, shared, InstantSource.system())) {
            assertThat(caller.send(caller.call("<xml><ToUserName>ww1</ToUserName><CreateTime>"
                    + InstantSource.system().instant().getEpochSecond() + "</CreateTime><MsgType>event</MsgType>"
                    + event
                    + "</xml>")).status()).isEqualTo(200);
        }
    }

    /** The first words of which something holds. */
    private static OutboxRow await(Bot bot, Predicate<OutboxRow> wanted) {
        while (true) { // the time limit of the class ends it
            List<OutboxRow> rows = bot.store().outgoing().after(0);
            for (OutboxRow row : rows) {
                if (wanted.test(row)) {
                    return row;
                }
            }
            Thread.onSpinWait();
        }
    }

    private static Predicate<OutboxRow> is(String kind, Outcome outcome) {
        return row -> row.kind().equals(kind) && row.outcome() == outcome;
    }

    @Test
    void anAnswerIsADraftAndAPressedButtonIsWrittenDown() throws IOException, InterruptedException {
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            Bot bot = running.bot();
            joins(bot);
            OutboxRow draft = await(bot, is("draft", Outcome.DRAFT_FOR_HUMAN));

            JsonObject message = wecom.received("/cgi-bin/message/send").getFirst().json();
            assertThat(message.get("touser").getAsString()).isEqualTo("xu.jia");
            assertThat(message.getAsJsonObject("template_card").get("sub_title_text").getAsString())
                    .isEqualTo("您好,开票在“我的”里。");

            presses(bot, "li.lei", "wrong", draft.id());
            presses(bot, "xu.jia", "used", draft.id());
            OutboxRow judged = await(bot, row -> row.id() == draft.id() && row.duty().verdict().isPresent());
            assertThat(judged.duty().verdict()).contains(Verdict.USED);
            assertThat(judged.duty().judge().orElseThrow().value()).isEqualTo("xu.jia");
            JsonObject update = JsonParser.parseString("{\"userids\":[\"xu.jia\"],\"agentid\":7,\"response_code\":"
                    + "\"response-1\",\"button\":{\"replace_name\":\"已记下:用了\"}}").getAsJsonObject();
            await(bot, is("say", Outcome.SENT));
            assertThat(wecom.received("/cgi-bin/message/update_template_card")).singleElement()
                    .satisfies(asked -> assertThat(asked.json()).isEqualTo(update));
            assertThat(wecom.received(TASK)).isEmpty();
            assertThat(bot.status().outbox()).containsEntry("DRAFT_FOR_HUMAN", 1L);
        }
    }

    @Test
    void whatNobodyAskedForIsATaskThatARestartGoesOnWith() throws IOException, InterruptedException {
        String task;
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            renamed(running.bot());
            task = await(running.bot(), is("task", Outcome.QUEUED_FOR_CONFIRMATION)).route().reference();
            assertThat(wecom.received(TASK)).singleElement().satisfies(asked -> assertThat(asked.json())
                    .isEqualTo(JsonParser.parseString("{\"text\":{\"content\":\"今晚八点直播\"},\"chat_type\":\"group\","
                            + "\"sender\":\"zhou.min\",\"chat_id_list\":[\"wr1\"]}")));
            assertThat(running.bot().status().outbox()).doesNotContainKey("SENT");
        }
        wecom.confirm(task);
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            await(running.bot(), is("task", Outcome.SENT));
            assertThat(wecom.received(TASK)).hasSize(1);
        }
    }

    @Test
    void whereSomebodyCameFromIsKnownToStatistics() throws IOException, InterruptedException {
        long now = InstantSource.system().instant().getEpochSecond();
        wecom.group(JsonParser.parseString("""
                {"chat_id":"wr1","name":"一群","owner":"zhou.min","member_version":"v2","member_list":[
                {"userid":"wm1","type":2,"join_time":%d,"join_scene":3,"state":"展会","name":"李雷"},
                {"userid":"wm2","type":2,"join_time":%d,"join_scene":1,"name":"韩梅梅"}]}""".formatted(now, now))
                .getAsJsonObject());
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            Bot bot = running.bot();
            joins(bot);
            await(bot, is("draft", Outcome.DRAFT_FOR_HUMAN));
            while (bot.stats("service", 30).ways().isEmpty()) {
                Thread.onSpinWait(); // the time limit of the class ends it
            }
            assertThat(bot.stats("service", 30).ways()).containsExactly(new Stats.Way("展会", 1));
        }
    }

    @Test
    void whoOnlyWatchesTellsNobodyAndTheSheetIsMarked() throws IOException, InterruptedException {
        rules("watch");
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            Bot bot = running.bot();
            joins(bot);
            OutboxRow row = await(bot, is("say", Outcome.WATCHED));

            assertThat(bot.worklist().watched("wr1", bot.daysAgo(1))).singleElement()
                    .satisfies(item -> assertThat(item.text()).isEqualTo("您好,开票在“我的”里。"));
            assertThat(bot.worklist().judge(row.id(), Verdict.CHANGED, "", "您好")).isTrue();
            assertThat(bot.worklist().judge(row.id(), Verdict.WRONG, "", "")).isFalse();
            assertThat(bot.worklist().watched("", bot.daysAgo(1)).getFirst().note()).isEqualTo("您好");
            assertThat(wecom.received("/cgi-bin/message/send")).isEmpty();
        }
    }
}
