package io.qunbot.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Event;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Inbox;
import io.qunbot.simulation.standin.AibotFrame;
import io.qunbot.wecom.aibot.LineState.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AibotLineTest {

    @Test
    void subscribesWithItsIdAndSecretAndNothingElse() {
        try (LineHouse house = LineHouse.connected()) {
            AibotFrame first = house.wecom.received().getFirst();

            assertThat(first.command()).isEqualTo("aibot_subscribe");
            assertThat(first.request()).startsWith("aibot_subscribe_");
            assertThat(first.body().keySet()).containsExactlyInAnyOrder("bot_id", "secret");
            assertThat(first.body().get("bot_id").getAsString()).isEqualTo("bot1");
            assertThat(first.body().get("secret").getAsString()).isEqualTo(LineHouse.SECRET);
        }
    }

    @Test
    void hearsMessagesAndKeepsTheWholeFrame() throws InterruptedException {
        try (LineHouse house = LineHouse.connected()) {
            String request = house.wecom.says("alice", "wr1", "@小助手 发票怎么开");

            Inbox.Arrival arrival = house.inbox.next();
            assertThat(arrival.event()).isInstanceOfSatisfying(Event.Said.class, said -> {
                assertThat(said.chat()).isEqualTo(LineHouse.GROUP);
                assertThat(said.content().words()).isEqualTo("@小助手 发票怎么开");
                assertThat(said.mentioned()).isTrue();
            });
            assertThat(new String(arrival.payload(), java.nio.charset.StandardCharsets.UTF_8)).contains(request);
            assertThat(arrival.answerable()).isFalse();
        }
    }

    @Test
    void asksWhetherWecomIsThereAndDropsAConnectionThatTwiceIsNot() {
        Pace pace = new Pace(Duration.ofMillis(30), Duration.ofSeconds(15), Duration.ofMillis(5), Duration.ofMillis(20),
                3);
        try (LineHouse house = LineHouse.connected(pace)) {
            AibotFrame ping = house.wecom.await(frame -> frame.command().equals("ping"));
            assertThat(ping.request()).startsWith("ping_");
            assertThat(ping.body().isEmpty()).isTrue();

            house.wecom.keepQuiet(2);
            house.wecom.await(frame -> frame.command().equals("aibot_subscribe") && frame.connection() == 2);
            assertThat(house.line.state().trouble()).contains("心跳");
        }
    }

    @Test
    void staysConnectedWhileHeartbeatsAreAnswered() {
        Pace pace = new Pace(Duration.ofMillis(200), Duration.ofSeconds(15), Duration.ofMillis(5),
                Duration.ofMillis(20),
                3);
        try (LineHouse house = LineHouse.connected(pace)) {
            house.wecom.await(frame -> house.wecom.received("ping").size() >= 3);

            assertThat(house.wecom.connections()).isEqualTo(1);
        }
    }

    @Test
    void connectsAgainAfterACutAndGoesOnSpeaking() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.cut();
            house.wecom.await(frame -> frame.connection() == 2);

            house.say(1, LineHouse.GROUP, "还在", Optional.empty());
            assertThat(house.sent()).extracting(AibotFrame::words).containsExactly("还在");
            assertThat(house.line.state().connects()).isEqualTo(2);
        }
    }

    @Test
    void survivesACutInTheMiddleOfAFrame() throws InterruptedException {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.cutInTheMiddle();
            house.wecom.await(frame -> frame.connection() == 2);
            house.wecom.says("alice", "", "在吗");

            assertThat(house.inbox.nextWords()).isEqualTo("在吗");
        }
    }

    @Test
    void staysAwayAfterAnotherProgramTookTheConnection() throws InterruptedException {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.replace();

            assertThat(house.over().phase()).isEqualTo(Phase.TAKEN);
            assertThat(house.line.state().trouble()).contains("另一个程序").contains("another program");
            GatewayException refused = Assertions.catchThrowableOfType(GatewayException.class,
                    () -> house.say(1, LineHouse.GROUP, "有人吗", Optional.empty()));
            assertThat(refused.remedy()).isEqualTo(Remedy.DISABLE);
            assertThat(refused.maybeSent()).isFalse();
            assertThat(house.wecom.connections()).isEqualTo(1);
        }
    }

    @Test
    void givesUpAWrongSecretAndNamesItInTheConsolesWordsButDoesNotShowIt() throws InterruptedException {
        try (LineHouse house = new LineHouse(LineHouse.QUICK, "wrong-s3cret")) {
            house.line.open(house.inbox);

            assertThat(house.over().phase()).isEqualTo(Phase.REFUSED);
            assertThat(house.line.state().trouble()).contains("Bot ID").contains("Secret").contains("40001");
            assertThat(house.wecom.connections()).isEqualTo(LineHouse.QUICK.refusals());
            assertThat(house.logged()).contains("Bot ID").doesNotContain("wrong-s3cret");
        }
    }

    @Test
    void aRefusalThatPassesIsNoWrongSecret() {
        try (LineHouse house = new LineHouse(LineHouse.QUICK)) {
            IntStream.range(0, 2 * LineHouse.QUICK.refusals()).forEach(_ -> house.wecom.refuseSubscription(45009));
            house.line.open(house.inbox);

            house.wecom.await(frame -> frame.command().equals("aibot_subscribe") && frame.code() == 0);
            assertThat(house.line.state().isOver()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"cmd\":7,\"headers\":[]}", "<xml/>",
            "{\"cmd\":\"aibot_dance\",\"headers\":{\"req_id\":\"r\"},\"body\":{}}",
            "{\"headers\":{\"req_id\":\"nobody-asked\"},\"errcode\":\"x\"}",
            "{\"cmd\":\"aibot_msg_callback\",\"headers\":{\"req_id\":\"r\"}}"})
    void goesOnAfterAFrameThatIsNone(String frame) throws InterruptedException {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.push(frame);
            house.wecom.says("alice", "", "在吗");

            Event event = house.inbox.next().event();
            assertThat(event instanceof Event.Unknown ? house.inbox.nextWords() : "在吗").isEqualTo("在吗");
            assertThat(house.wecom.connections()).isEqualTo(1);
        }
    }

    @Test
    void hangsUpOnAFrameOfTenMegabytesAndComesBack() throws InterruptedException {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.push("{\"cmd\":\"" + "x".repeat(10 << 20) + "\"}");
            house.wecom.await(frame -> frame.connection() == 2);
            house.wecom.says("alice", "", "在吗");

            assertThat(house.inbox.nextWords()).isEqualTo("在吗");
        }
    }

    @Test
    void offersAgainInOrderWhatCouldNotBeKept() throws InterruptedException {
        try (LineHouse house = LineHouse.connected()) {
            house.inbox.refuse(3);
            List<String> said = IntStream.range(0, 20).mapToObj(number -> "第" + number + "句").toList();
            said.forEach(text -> house.wecom.says("alice", "", text));

            for (int count = 0; count < 20; count++) {
                assertThat(said).contains(house.inbox.nextWords());
            }
            assertThat(house.inbox.offered()).isEqualTo(23);
        }
    }

    @Test
    void showsItsSecretToNobody() throws Exception {
        try (LineHouse house = LineHouse.connected()) {
            house.wecom.refuse(-1);
            assertThat(Assertions.catchThrowable(() -> house.say(1, LineHouse.GROUP, "一", Optional.empty())))
                    .hasMessageNotContaining(LineHouse.SECRET);
            house.wecom.push("not a frame " + LineHouse.SECRET);
            house.wecom.cutInTheMiddle();
            house.wecom.await(frame -> frame.connection() == 2);
            house.wecom.replace();
            house.over();

            assertThat(house.logged()).isNotEmpty().doesNotContain(LineHouse.SECRET);
            assertThat(house.line.state().toString()).doesNotContain(LineHouse.SECRET);
            assertThat(new Login(house.wecom.address(), "bot1", LineHouse.SECRET).toString())
                    .doesNotContain(LineHouse.SECRET);
        }
    }

    @Test
    void pausesLongerAfterEachFailureUpToAnEnd() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(failures -> Pace.USUAL.pause(failures, 0).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
        assertThat(Pace.USUAL.pause(3, 1)).isEqualTo(Duration.ofMillis(4800));
        assertThat(Pace.USUAL.pause(1_000_000, 1)).isEqualTo(Duration.ofSeconds(30));
    }
}
