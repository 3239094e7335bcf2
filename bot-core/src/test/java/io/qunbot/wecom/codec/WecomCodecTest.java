package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.wecom.codec.tree.Documents;
import io.qunbot.wecom.codec.tree.Node;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WecomCodecTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String TIMESTAMP = "1800000000";
    private static final Crypt CRYPT = new Crypt(
            new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", ""), Duration.ofMinutes(10));
    private static final String APP_TEXT = "<xml><ToUserName><![CDATA[ww1]]></ToUserName>"
            + "<FromUserName><![CDATA[lilei]]></FromUserName><CreateTime>1800000000</CreateTime>"
            + "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[发票]]></Content><MsgId>42</MsgId></xml>";
    private static final String ROBOT_XML = "<xml><MsgId>m1</MsgId><ChatId>wr1</ChatId><ChatType>group</ChatType>"
            + "<From><UserId>lilei</UserId></From>%s</xml>";
    private static final String ROBOT_JSON = "{\"msgid\":\"m1\",\"chatid\":\"wr1\",\"chattype\":\"group\","
            + "\"from\":{\"userid\":\"lilei\"},%s}";
    private static final String TEXT_JSON = "\"msgtype\":\"text\",\"text\":{\"content\":\"发票\"}";

    private static WecomCodec codec(ChannelKind kind) {
        return new WecomCodec("kf", kind, CRYPT);
    }

    private static String query(Sealed message) {
        return "msg_signature=" + message.signature() + "&timestamp=" + message.timestamp() + "&nonce="
                + message.nonce();
    }

    private static Received receive(ChannelKind kind, String payload) {
        Sealed message = CRYPT.seal(payload.getBytes(UTF_8), TIMESTAMP, "asked");
        return codec(kind).receive(query(message), Envelope.of(message, payload.startsWith("{")), NOW);
    }

    private static Received.Happened happened(ChannelKind kind, String payload) {
        Received received = receive(kind, payload);
        assertThat(received).isInstanceOf(Received.Happened.class);
        return (Received.Happened) received;
    }

    /** What WeCom reads in an answer, after it checked the signature. */
    private static String opened(Node envelope) {
        Opened opened = CRYPT.open(new Sealed(envelope.text("msgsignature"), envelope.text("timestamp"),
                envelope.text("nonce"), envelope.text("encrypt")), NOW);
        assertThat(opened).isInstanceOf(Opened.Plain.class);
        return new String(((Opened.Plain) opened).bytes(), UTF_8);
    }

    private static Node envelope(ChannelKind kind, ReplyForm form, String words) {
        return Node.read(codec(kind).answer(form, words, NOW)).orElseThrow();
    }

    private static String answer(ChannelKind kind, String payload, String words) {
        return opened(envelope(kind, happened(kind, payload).form(), words));
    }

    @Test
    void receivesAnEventWithItsBytes() {
        Received.Happened happened = happened(ChannelKind.APP, APP_TEXT);

        assertThat(happened.event()).isInstanceOfSatisfying(Event.Said.class,
                said -> assertThat(said.content()).isEqualTo(new Content.Text("发票")));
        assertThat(happened.payload()).isEqualTo(APP_TEXT.getBytes(UTF_8));
        assertThat(new WecomDecoder(ChannelKind.APP).decode("kf", happened.payload(), NOW)).isEqualTo(happened.event());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<xml><ToUserName><![CDATA[ww1]]></ToUserName><AgentID><![CDATA[1]]></AgentID><Encrypt><![CDATA[%s]]></Encrypt></xml>",
            "<xml><Encrypt>%s</Encrypt><ToUserName>ww1</ToUserName></xml>",
            "<?xml version=\"1.0\"?>\n<xml>\n <Encrypt><![CDATA[%s]]></Encrypt><!-- x -->\n</xml>",
            "{\"encrypt\":\"%s\"}", " {\n \"x\": 1, \"encrypt\" : \"%s\" }\n"})
    void findsTheEncryptedTextInEveryKnownEnvelope(String envelope) {
        Sealed message = CRYPT.seal(APP_TEXT.getBytes(UTF_8), TIMESTAMP, "n");
        byte[] body = envelope.formatted(message.encrypt()).getBytes(UTF_8);

        assertThat(codec(ChannelKind.APP).receive(query(message), body, NOW)).isInstanceOf(Received.Happened.class);
    }

    @Test
    void unescapesSlashesInJson() {
        Sealed message = CRYPT.seal(APP_TEXT.repeat(5).getBytes(UTF_8), TIMESTAMP, "n");
        String escaped = "{\"encrypt\":\"" + message.encrypt().replace("/", "\\/") + "\"}";

        assertThat(escaped).contains("\\/");
        assertThat(codec(ChannelKind.APP).receive(query(message), escaped.getBytes(UTF_8), NOW))
                .isInstanceOf(Received.Happened.class);
    }

    @Test
    void takesParametersInAnyOrderAmongOthers() {
        Sealed message = CRYPT.seal(APP_TEXT.getBytes(UTF_8), TIMESTAMP, "a b/c");
        String query = "robot_callback_format=json&nonce=a%20b%2Fc&&x&timestamp=1800000000&msg_signature="
                + message.signature();

        assertThat(codec(ChannelKind.APP).receive(query, Envelope.of(message, false), NOW))
                .isInstanceOf(Received.Happened.class);
    }

    @Test
    void refusesParametersThatAreMissingDoubledOrBroken() {
        Sealed message = CRYPT.seal(APP_TEXT.getBytes(UTF_8), TIMESTAMP, "n");
        byte[] body = Envelope.of(message, false);
        WecomCodec codec = codec(ChannelKind.APP);

        assertThat(codec.receive("", body, NOW)).isEqualTo(new Received.Refused(Refusal.SIGNATURE));
        assertThat(codec.receive("timestamp=1800000000&nonce=n", body, NOW))
                .isEqualTo(new Received.Refused(Refusal.SIGNATURE));
        assertThat(codec.receive(query(message) + "&nonce=n", body, NOW))
                .isEqualTo(new Received.Refused(Refusal.MALFORMED));
        assertThat(codec.receive(query(message) + "%zz", body, NOW)).isEqualTo(new Received.Refused(Refusal.MALFORMED));
        assertThat(codec.receive(query(message), body, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(new Received.Refused(Refusal.STALE));
    }

    @Test
    void saysWithWhichStatusItRefuses() {
        assertThat(Refusal.SIGNATURE.status()).isEqualTo(403);
        assertThat(Refusal.STALE.status()).isEqualTo(403);
        assertThat(Refusal.RECEIVER.status()).isEqualTo(403);
        assertThat(Refusal.MALFORMED.status()).isEqualTo(400);
        assertThat(Refusal.KEY.status()).isEqualTo(403);
    }

    @Test
    void verifiesTheAddressWhetherPlusIsEscapedOrNot() {
        Sealed message = echo();
        String escaped = query(message) + "&echostr=" + URLEncoder.encode(message.encrypt(), UTF_8);
        String bare = "echostr=" + message.encrypt() + "&" + query(message);

        assertThat(message.encrypt()).contains("+");
        for (String query : new String[]{escaped, bare}) {
            assertThat(codec(ChannelKind.AIBOT).verify(query, NOW)).isInstanceOfSatisfying(Opened.Plain.class,
                    plain -> assertThat(plain.bytes()).asString(UTF_8).isEqualTo("1616140317555161061"));
        }
        assertThat(codec(ChannelKind.AIBOT).verify(query(message), NOW)).isEqualTo(Refusal.SIGNATURE);
        assertThat(codec(ChannelKind.AIBOT).verify(bare + "&" + bare, NOW)).isEqualTo(Refusal.MALFORMED);
    }

    private static Sealed echo() {
        Sealed message = CRYPT.seal("1616140317555161061".getBytes(UTF_8), TIMESTAMP, "n");
        return message.encrypt().contains("+") ? message : echo();
    }

    @Test
    void answersTheApplicationWithNamesSwapped() {
        assertThat(answer(ChannelKind.APP, APP_TEXT, "好 ]]> & <b>\u0007")).isEqualTo("<xml>"
                + "<ToUserName><![CDATA[lilei]]></ToUserName><FromUserName><![CDATA[ww1]]></FromUserName>"
                + "<CreateTime>1800000000</CreateTime><MsgType><![CDATA[text]]></MsgType>"
                + "<Content><![CDATA[好 ]]]]><![CDATA[> & <b>]]></Content></xml>");
    }

    @Test
    void answersTheGroupRobotInTheFormOfTheQuestion() {
        String xml = ROBOT_XML.formatted("<MsgType>text</MsgType><Text><Content>x</Content></Text>");

        assertThat(answer(ChannelKind.ROBOT, xml, "好"))
                .isEqualTo(
                        "<xml><MsgType><![CDATA[text]]></MsgType><Text><Content><![CDATA[好]]></Content></Text></xml>");
        assertThat(answer(ChannelKind.ROBOT, ROBOT_JSON.formatted(TEXT_JSON), "好\"<"))
                .isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"好\\\"<\"}}");
    }

    @Test
    void answersTheIntelligentRobotWithAFinishedStream() {
        Received.Happened happened = happened(ChannelKind.AIBOT, ROBOT_JSON.formatted(TEXT_JSON));
        String body = new String(codec(ChannelKind.AIBOT).answer(happened.form(), "好", NOW), UTF_8);
        JsonObject envelope = JsonParser.parseString(body).getAsJsonObject();

        assertThat(envelope.keySet()).containsExactlyInAnyOrder("encrypt", "msgsignature", "timestamp", "nonce");
        assertThat(envelope.get("timestamp").getAsJsonPrimitive().isNumber()).isTrue();
        assertThat(envelope.get("nonce").getAsString()).isEqualTo("asked");
        assertThat(opened(Node.read(body.getBytes(UTF_8)).orElseThrow()))
                .isEqualTo("{\"msgtype\":\"stream\",\"stream\":{\"id\":\"qm1\",\"finish\":true,\"content\":\"好\"}}");
    }

    @Test
    void answersAPollAsTheMessageItBelongsTo() {
        Received poll = receive(ChannelKind.AIBOT,
                ROBOT_JSON.formatted("\"msgtype\":\"stream\",\"stream\":{\"id\":\"qm1\"}"));

        assertThat(poll).isInstanceOfSatisfying(Received.Poll.class, asked -> {
            assertThat(asked.event()).isEqualTo(new EventId("kf", "m1"));
            assertThat(opened(envelope(ChannelKind.AIBOT, asked.form(), "好"))).contains("\"id\":\"qm1\"", "好");
            assertThat(opened(envelope(ChannelKind.AIBOT, asked.form(), ""))).contains("\"finish\":true");
        });
        assertThat(
                receive(ChannelKind.AIBOT, ROBOT_JSON.formatted("\"msgtype\":\"stream\",\"stream\":{\"id\":\"m1\"}")))
                .isInstanceOfSatisfying(Received.Poll.class,
                        foreign -> assertThat(foreign.event()).isEqualTo(new EventId("kf", "")));
    }

    @Test
    void welcomesInPlainTextWhoeverOpensTheIntelligentRobot() {
        String payload = "{\"msgid\":\"m1\",\"chattype\":\"single\",\"from\":{\"userid\":\"lilei\"},\"msgtype\":\"event\","
                + "\"event\":{\"eventtype\":\"enter_chat\"}}";

        assertThat(answer(ChannelKind.AIBOT, payload, "你好"))
                .isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"你好\"}}");
    }

    @Test
    void answersARobotThatWasJustAddedButNotOneThatIsGone() {
        Received.Happened added = happened(ChannelKind.ROBOT,
                ROBOT_XML.formatted("<MsgType>event</MsgType><Event><EventType>add_to_chat</EventType></Event>"));
        Received.Happened gone = happened(ChannelKind.ROBOT,
                ROBOT_XML.formatted("<MsgType>event</MsgType><Event><EventType>delete_from_chat</EventType></Event>"));

        assertThat(added.form()).isEqualTo(new ReplyForm.RobotXml());
        assertThat(gone.form()).isEqualTo(new ReplyForm.Silence());
    }

    @Test
    void saysNothingWhereNothingCanBeSaid() {
        String joined = "<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><MsgType>event</MsgType>"
                + "<Event>change_external_chat</Event><ChatId>wr1</ChatId><ChangeType>create</ChangeType></xml>";
        ReplyForm form = happened(ChannelKind.APP, joined).form();

        assertThat(form.answerable()).isFalse();
        assertThat(codec(ChannelKind.APP).answer(form, "好", NOW)).isEmpty();
        assertThat(codec(ChannelKind.APP).answer(happened(ChannelKind.APP, APP_TEXT).form(), "", NOW)).isEmpty();
        assertThat(codec(ChannelKind.AIBOT)
                .answer(happened(ChannelKind.AIBOT, ROBOT_JSON.formatted(TEXT_JSON)).form(), "", NOW)).isEmpty();
    }

    @Test
    void cutsAnswersToWhatTheChannelTakes() {
        String words = "😀发".repeat(5_000);
        Node app = Node.read(answer(ChannelKind.APP, APP_TEXT, words).getBytes(UTF_8)).orElseThrow();
        Node aibot = Node.read(answer(ChannelKind.AIBOT, ROBOT_JSON.formatted(TEXT_JSON), words).getBytes(UTF_8))
                .orElseThrow();

        assertThat(app.text("content")).endsWith("…").doesNotContain("?", "\uFFFD").satisfies(
                text -> assertThat(text.getBytes(UTF_8).length).isBetween(2040, 2048));
        assertThat(aibot.child("stream").text("content")).endsWith("…").satisfies(
                text -> assertThat(text.getBytes(UTF_8).length).isBetween(20470, 20480));
    }

    @Test
    void drawsAFreshNonceForEveryAnswerOfTheApplication() {
        ReplyForm form = happened(ChannelKind.APP, APP_TEXT).form();

        assertThat(envelope(ChannelKind.APP, form, "好").text("nonce"))
                .isNotEqualTo(envelope(ChannelKind.APP, form, "好").text("nonce"));
    }

    @Test
    void keepsSignedRubbishAsAnUnknownEvent() {
        assertThat(happened(ChannelKind.APP, "\0 rubbish").event()).isInstanceOf(Event.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource
    void survivesTwentyThousandHostileBodies(ChannelKind kind) {
        Random random = new Random(100);
        Sealed honest = CRYPT.seal(APP_TEXT.getBytes(UTF_8), TIMESTAMP, "n");
        WecomCodec codec = codec(kind);
        for (int i = 0; i < 20_000; i++) {
            byte[] body = Hostile.body(random, honest);
            assertThat(codec.receive(query(honest), body, NOW)).isNotNull();
            assertThat(codec.receive(Hostile.query(random, honest), body, NOW)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesHostilePayloadsThatAreSigned(ChannelKind kind) {
        Random random = new Random(200);
        for (int i = 0; i < 3_000; i++) {
            byte[] payload = Documents.mutated(i % 2 == 0 ? APP_TEXT : ROBOT_JSON.formatted(TEXT_JSON), random);
            Sealed message = CRYPT.seal(payload, TIMESTAMP, "n");
            assertThat(codec(kind).receive(query(message), Envelope.of(message, false), NOW))
                    .isNotInstanceOf(Received.Refused.class);
        }
    }

    @Test
    void refusesHugeAndDeepBodiesQuickly() {
        String[] bodies = {"<xml>".repeat(200_000), "<xml a='1'>".repeat(100_000), "{\"encrypt\":".repeat(100_000),
                "{\"encrypt\":\"" + "A".repeat(1_000_000), "<xml><Encrypt><![CDATA[" + "A".repeat(1_000_000),
                "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(100_000) + "\">]><xml><Encrypt>&a;&a;&a;</Encrypt></xml>",
                Base64.getEncoder().encodeToString(new byte[700_000])};
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (String body : bodies) {
                assertThat(codec(ChannelKind.APP).receive("msg_signature=x", body.getBytes(UTF_8), NOW))
                        .isEqualTo(new Received.Refused(Refusal.MALFORMED));
            }
        });
    }
}
