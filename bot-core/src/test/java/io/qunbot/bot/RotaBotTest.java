package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.qunbot.chat.Outcome;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.OutboxRow;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot and a rota: whom WeCom is asked to tell, before and after somebody takes leave. */
@Timeout(60)
class RotaBotTest {

    private final LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of("Asia/Shanghai"));
    private final String rota = "title: 值班   # 客服组\nturn: [zhou.min, xu.jia]\nevery: week\nfrom: " + today + "\n";

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
                reload: manual
                """.formatted(wecom.address(), TestHome.TOKEN, TestHome.AES_KEY));
        home.file("service.yaml", """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: lin.zhou, 值班: { rota: oncall } }
                speak: { draft: { to: 值班, expires: 1h, next: owner } }
                plugins: { say: {} }
                """);
        Files.createDirectories(home.home.rotas());
        rota(rota);
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private Path file() {
        return home.home.rotas().resolve("oncall.yaml");
    }

    private void rota(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private static void joins(Bot bot, String member) throws IOException, InterruptedException {
        Credentials shared = new Credentials(TestHome.TOKEN, TestHome.AES_KEY, "ww1");
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/app");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.APP, shared, InstantSource.system())) {
            assertThat(caller.send(caller.call("<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName>"
                    + "<CreateTime>" + InstantSource.system().instant().getEpochSecond() + "</CreateTime>"
                    + "<MsgType>event</MsgType><Event>change_external_chat</Event><ChatId>wr1</ChatId>"
                    + "<ChangeType>update</ChangeType><UpdateDetail>add_member</UpdateDetail>"
                    + "<MemChangeCnt>1</MemChangeCnt><MemChangeList><Item>" + member
                    + "</Item></MemChangeList></xml>")).status()).isEqualTo(200);
        }
    }

    /** Whom WeCom was asked to tell, once there are so many drafts. */
    private List<String> told(Bot bot, int drafts) {
        while (bot.store().outgoing().after(0).stream()
                .filter(row -> row.outcome() == Outcome.DRAFT_FOR_HUMAN).count() < drafts) {
            Thread.onSpinWait(); // the time limit of the class ends it
        }
        return wecom.received("/cgi-bin/message/send").stream().map(each -> each.json().get("touser").getAsString())
                .toList();
    }

    private Duties.Change leave(String who, String substitute) {
        return new Duties.Change("", who, "", today, today.plusDays(1), substitute);
    }

    @Test
    void whoeverIsOnDutyGetsItAndALeaveHoldsAtOnce() throws IOException, InterruptedException {
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            Bot bot = running.bot();
            joins(bot, "wm1");
            assertThat(told(bot, 1)).containsExactly("zhou.min");
            assertThat(bot.store().outgoing().after(0).getFirst()).extracting(OutboxRow::recipient)
                    .isEqualTo("zhou.min");

            assertThat(bot.change(leave("zhou.min", "wang.wu"))).singleElement()
                    .satisfies(entry -> assertThat(entry.who()).containsExactly("wang.wu"));
            assertThat(bot.duties("oncall", 1).getFirst().who()).containsExactly("wang.wu");
            joins(bot, "wm2");
            assertThat(told(bot, 2)).containsExactly("zhou.min", "wang.wu");
            assertThat(Files.readString(file())).isEqualTo(rota + "\nleave:\n  - { who: zhou.min, from: " + today
                    + ", until: " + today.plusDays(1) + ", substitute: wang.wu }\n");
        }
    }

    @Test
    void whatWouldBeAMistakeIsNotWrittenAndOneThatIsThereKeepsTheLastGoodVersion()
            throws IOException, InterruptedException {
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            Bot bot = running.bot();
            assertThatThrownBy(() -> bot.change(leave("zhou.mn", ""))).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> bot.change(leave("a }, x: [", ""))).isInstanceOf(Refused.class);
            assertThat(Files.readString(file())).isEqualTo(rota);

            rota(rota.replace("turn:", "trun:"));
            Reloaded reloaded = bot.reload();
            assertThat(reloaded.held()).containsExactly("config/rota/oncall.yaml");
            assertThat(reloaded.zh()).contains("config/rota/oncall.yaml:2:1", "turn");
            joins(bot, "wm1");
            assertThat(told(bot, 1)).containsExactly("zhou.min");
        }
    }

    @Test
    void aProfileThatNamesNoRotaIsToldWhichThereAre() throws IOException {
        home.file("other.yaml", """
                profile: other
                goal: 有人接住
                value: [答疑]
                groups: [{ id: wr9 }]
                staff: { 值班: { rota: oncal } }
                plugins: { say: {} }
                """);
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            assertThat(running.bot().reload().zh()).contains("rules/other.yaml:5:", "您是不是想写 “oncall”?");
        }
    }
}
