package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.Store;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DirectoryWiringTest {

    private static final String CALLBACK = "token: " + TestHome.TOKEN + ", aesKey: " + TestHome.AES_KEY;

    @TempDir
    private Path folder;
    private WecomStandIn wecom;
    private TestHome home;

    @BeforeEach
    void start() throws IOException {
        wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7);
        home = new TestHome(folder).config("""
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", %s }
                  robot: { kind: wecom-robot, %s }
                """.formatted(wecom.address(), CALLBACK, CALLBACK));
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private static void call(Bot bot, String channel, ChannelKind kind, String receiver, String payload)
            throws IOException, InterruptedException {
        Credentials shared = new Credentials(TestHome.TOKEN, TestHome.AES_KEY, receiver);
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/" + channel);
        try (WecomCaller caller = new WecomCaller(address, kind, shared, InstantSource.system())) {
            assertThat(caller.send(caller.call(payload)).status()).isEqualTo(200);
        }
    }

    private static void await(BooleanSupplier truth) {
        while (!truth.getAsBoolean()) {
            Thread.onSpinWait(); // the time limit of the class ends it
        }
    }

    private static long now() {
        return InstantSource.system().instant().getEpochSecond();
    }

    @Test
    void asksForAGroupThatAnEventTellsOf() throws IOException, InterruptedException {
        try (TestHome.Running running = home.start()) {
            wecom.group(JsonParser.parseString("""
                    {"chat_id":"wr1","name":"一群","owner":"zhangsan","member_version":"v2","member_list":[
                    {"userid":"zhangsan","type":1,"join_time":1,"join_scene":1,"name":"张三"}]}""").getAsJsonObject());
            call(running.bot(), "app", ChannelKind.APP, "ww1", """
                    <xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><CreateTime>%d</CreateTime>
                    <MsgType>event</MsgType><Event>change_external_chat</Event><ChatId>wr1</ChatId>
                    <ChangeType>update</ChangeType><UpdateDetail>change_name</UpdateDetail></xml>""".formatted(now()));

            Store store = running.bot().store();
            await(() -> store.rosters().of("wr1").isPresent());
            assertThat(store.rosters().of("wr1").orElseThrow().name()).isEqualTo("一群");
            await(() -> store.rosters().nameOf("zhangsan").equals(Optional.of("张三")));
        }
    }

    @Test
    void learnsNamesFromWhatRobotsAreTold() throws IOException, InterruptedException {
        try (TestHome.Running running = home.start()) {
            call(running.bot(), "robot", ChannelKind.ROBOT, "",
                    """
                            <xml><WebhookUrl>x</WebhookUrl><MsgId>m1</MsgId><ChatId>wrInternal</ChatId><ChatType>group</ChatType>
                            <From><UserId>lilei</UserId><Name>李雷</Name><Alias>lilei</Alias></From><MsgType>text</MsgType>
                            <Text><Content>@机器人 你好</Content></Text></xml>""");

            Store store = running.bot().store();
            await(() -> store.rosters().nameOf("lilei").equals(Optional.of("李雷")));
            assertThat(wecom.received("/cgi-bin/appchat/get")).isEmpty();
        }
    }
}
