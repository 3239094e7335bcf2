package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Urgency;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot while WeCom takes an app's messages and never answers: nobody else notices. */
@Timeout(120)
class StallTest {

    private static final String TELL = "/cgi-bin/message/send";
    private static final Credentials SHARED = new Credentials(TestHome.TOKEN, TestHome.AES_KEY, "");
    private static final int MESSAGES = 100;

    @TempDir
    private Path folder;
    private WecomStandIn wecom;
    private TestHome home;

    @BeforeEach
    void furnish() throws IOException {
        wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7)
                .group(JsonParser.parseString("{\"chat_id\":\"wr9\",\"owner\":\"zhou.min\"}").getAsJsonObject());
        home = new TestHome(folder).config("""
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", token: %s, aesKey: %s }
                  robot: { kind: wecom-robot, token: %s, aesKey: %s, webhook: "%s" }
                """.formatted(wecom.address(), TestHome.TOKEN, TestHome.AES_KEY, TestHome.TOKEN, TestHome.AES_KEY,
                wecom.robot("key1")));
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private static void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            Thread.onSpinWait(); // the time limit of the class ends it
        }
    }

    /** Words for a conversation that was met. */
    private static void post(Bot bot, int lane, String gateway, String kind, Urgency urgency) {
        Instant now = InstantSource.system().instant();
        OutboxRow words = new OutboxRow(0, 1, lane, gateway, kind, kind.equals("tell") ? "zhou.min" : "", "一句话",
                "bell", "rule", now, now, now.plus(Duration.ofHours(1)), 0, Outcome.WAITING, "")
                .with(OutboxRow.Route.by(gateway, new Manner(urgency, true, Manner.ANSWER.delivery(), "",
                        Manner.ANSWER.about())));
        Rows.write(bot.store(), tables -> tables.post(words));
        bot.reload(); // calls the couriers
    }

    private static String page(Bot bot, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + path)).build(),
                    BodyHandlers.ofString()).body();
        }
    }

    /** Each in a group of its own: whoever says the same again and again is taken for a bot. */
    private static void talk(Bot bot, String channel, ChannelKind kind, int messages)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/" + channel);
        try (WecomCaller caller = new WecomCaller(address, kind, SHARED, InstantSource.system())) {
            for (int number = 0; number < messages; number++) {
                assertThat(caller.say(new Saying("wr-" + channel + number, "lilei", "在吗", channel + number,
                        InstantSource.system().instant())).text()).contains("一");
            }
        }
    }

    @Test
    void callbacksAreAnsweredAndOtherChannelsSpeakWhileOneHangs() throws IOException, InterruptedException {
        for (int time = 0; time < 40; time++) {
            wecom.next(TELL, new Fault.Stall());
        }
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            talk(bot, "robot", ChannelKind.ROBOT, 1);
            int lane = bot.store().chats().stream().map(LaneRow::number).findFirst().orElseThrow();
            post(bot, lane, "app", "tell", Urgency.HANDOFF);
            until(() -> !wecom.received(TELL).isEmpty());

            talk(bot, "assistant", ChannelKind.AIBOT, MESSAGES);
            talk(bot, "robot", ChannelKind.ROBOT, MESSAGES);
            post(bot, lane, "robot", "say", Urgency.ANSWER);
            until(() -> bot.store().outgoing().outcomes().getOrDefault("SENT", 0L) == 1);

            assertThat(wecom.received("/cgi-bin/webhook/send")).hasSize(1);
            OutboxRow stuck = bot.store().wordsOf(lane).stream().filter(row -> row.kind().equals("tell")).findFirst()
                    .orElseThrow();
            assertThat(stuck.outcome()).isEqualTo(Outcome.WAITING);
            assertThat(bot.status().queues()).containsEntry("outbox.app", 1L).doesNotContainKey("outbox.robot");
            assertThat(page(bot, "/metrics")).contains("qunbot_outbox_waiting{channel=\"app\"} 1",
                    "qunbot_outbox_waiting{channel=\"robot\"} 0", "qunbot_outbox_words{outcome=\"sent\"} 1",
                    "qunbot_channel_stopped{channel=\"robot\"} 0", "qunbot_channel_silent{channel=\"robot\"} 0");
        }
    }
}
