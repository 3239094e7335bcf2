package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptTest {

    private static final Credentials SHARED = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "wx5823bf96d3bd56c7");
    private static final Duration MAX_AGE = Duration.ofMinutes(10);
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String TIMESTAMP = "1800000000";

    private final Crypt crypt = new Crypt(SHARED, MAX_AGE);

    static Stream<Arguments> vectors() throws IOException {
        InputStream resource = Objects.requireNonNull(CryptTest.class.getResourceAsStream("vectors.json"));
        try (InputStreamReader reader = new InputStreamReader(resource, UTF_8)) {
            return StreamSupport.stream(new Gson().fromJson(reader, JsonArray.class).spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .map(vector -> Arguments.of(vector.get("name").getAsString(), vector))
                    .toList().stream();
        }
    }

    private static String field(JsonObject vector, String name) {
        return vector.has(name) ? vector.get(name).getAsString() : "";
    }

    private static Sealed sealed(JsonObject vector) {
        return new Sealed(field(vector, "msg_signature"), field(vector, "timestamp"), field(vector, "nonce"),
                field(vector, "encrypt"));
    }

    private static Credentials credentials(JsonObject vector) {
        // one vector is a real callback whose corp id was not published with it
        String receiver = vector.has("receiveid") ? field(vector, "receiveid") : "wwf181555a13a31443";
        return new Credentials(field(vector, "token"), field(vector, "aes"), receiver);
    }

    private static byte[] plain(Opened opened) {
        assertThat(opened).isInstanceOf(Opened.Plain.class);
        return ((Opened.Plain) opened).bytes();
    }

    private static Instant time(Sealed message) {
        return Instant.ofEpochSecond(Long.parseLong(message.timestamp()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void opensPublishedMessages(String name, JsonObject vector) {
        Sealed message = sealed(vector);
        String text = new String(plain(new Crypt(credentials(vector), MAX_AGE).open(message, time(message))), UTF_8);

        assertThat(text).as(name).isNotEmpty();
        if (vector.has("plain")) {
            assertThat(text).isEqualTo(field(vector, "plain"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void sealsPublishedMessagesSoThatTheyOpenAgain(String name, JsonObject vector) {
        Sealed message = sealed(vector);
        Crypt vectorCrypt = new Crypt(credentials(vector), MAX_AGE);
        byte[] text = plain(vectorCrypt.open(message, time(message)));
        Sealed again = vectorCrypt.seal(text, message.timestamp(), message.nonce());

        assertThat(vectorCrypt.signature(message.timestamp(), message.nonce(), message.encrypt()))
                .as(name).isEqualTo(message.signature());
        assertThat(again.encrypt()).hasSameSizeAs(message.encrypt()).isNotEqualTo(message.encrypt());
        assertThat(plain(vectorCrypt.open(again, time(message)))).isEqualTo(text);
    }

    private static WxCpDefaultConfigImpl wxJavaConfig(Credentials credentials) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setToken(credentials.token());
        config.setAesKey(credentials.aesKey());
        config.setCorpId(credentials.receiver());
        return config;
    }

    @Test
    void opensWhatWxJavaSealsAndTheOtherWayRound() {
        WxCpCryptUtil wxJava = new WxCpCryptUtil(wxJavaConfig(SHARED));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            String text = "发票😀".repeat(random.nextInt(40)) + "x".repeat(random.nextInt(40));
            String theirs = wxJava.encrypt("0123456789abcdef", text);
            Sealed message = new Sealed(crypt.signature(TIMESTAMP, "n" + i, theirs), TIMESTAMP, "n" + i, theirs);
            Sealed ours = crypt.seal(text.getBytes(UTF_8), TIMESTAMP, crypt.nonce());

            assertThat(new String(plain(crypt.open(message, NOW)), UTF_8)).isEqualTo(text);
            assertThat(wxJava.decryptContent(ours.signature(), ours.timestamp(), ours.nonce(), ours.encrypt()))
                    .isEqualTo(text);
        }
    }

    @Test
    void wxJavaReadsTheWholeMessageFromOurEnvelope() {
        String text = "<xml><ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[lilei]]></FromUserName>"
                + "<CreateTime>1800000000</CreateTime><MsgType><![CDATA[text]]></MsgType>"
                + "<Content><![CDATA[发票怎么开]]></Content><MsgId>42</MsgId></xml>";
        Sealed sealed = crypt.seal(text.getBytes(UTF_8), TIMESTAMP, "nonce");
        WxCpXmlMessage message = WxCpXmlMessage.fromEncryptedXml(new String(Envelope.of(sealed, false), UTF_8),
                wxJavaConfig(SHARED), sealed.timestamp(), sealed.nonce(), sealed.signature());

        assertThat(message.getContent()).isEqualTo("发票怎么开");
        assertThat(message.getFromUserName()).isEqualTo("lilei");
        assertThat(message.getMsgId()).isEqualTo(42L);
    }

    @Test
    void refusesAnyChangedByte() {
        Sealed message = crypt.seal("开发票".getBytes(UTF_8), TIMESTAMP, "nonce");
        for (int i = 0; i < message.encrypt().length(); i++) {
            StringBuilder changed = new StringBuilder(message.encrypt());
            changed.setCharAt(i, changed.charAt(i) == 'A' ? 'B' : 'A');
            assertThat(crypt.open(new Sealed(message.signature(), TIMESTAMP, "nonce", changed.toString()), NOW))
                    .isEqualTo(Refusal.SIGNATURE);
        }
        assertThat(crypt.open(new Sealed(message.signature(), TIMESTAMP, "nonsense", message.encrypt()), NOW))
                .isEqualTo(Refusal.SIGNATURE);
        assertThat(crypt.open(new Sealed(message.signature().substring(1), TIMESTAMP, "nonce", message.encrypt()), NOW))
                .isEqualTo(Refusal.SIGNATURE);
        assertThat(crypt.open(new Sealed("", TIMESTAMP, "nonce", message.encrypt()), NOW)).isEqualTo(Refusal.SIGNATURE);
    }

    @Test
    void refusesAnotherToken() {
        Credentials other = new Credentials("other", SHARED.aesKey(), SHARED.receiver());

        assertThat(crypt.open(new Crypt(other, MAX_AGE).seal(new byte[3], TIMESTAMP, "n"), NOW))
                .isEqualTo(Refusal.SIGNATURE);
    }

    @Test
    void refusesAnotherKey() {
        Credentials other = new Credentials(SHARED.token(), "4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws",
                SHARED.receiver());
        Crypt otherCrypt = new Crypt(other, MAX_AGE);

        for (int i = 0; i < 500; i++) {
            assertThat(crypt.open(otherCrypt.seal(new byte[i], TIMESTAMP, "n"), NOW))
                    .isIn(Refusal.KEY, Refusal.RECEIVER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wx5823bf96d3bd56c8", "wx5823bf96d3bd56c", "wx5823bf96d3bd56c77"})
    void refusesAnotherReceiver(String receiver) {
        Credentials other = new Credentials(SHARED.token(), SHARED.aesKey(), receiver);

        assertThat(crypt.open(new Crypt(other, MAX_AGE).seal(new byte[3], TIMESTAMP, "n"), NOW))
                .isEqualTo(Refusal.RECEIVER);
    }

    @Test
    void takesTimestampsOfTheWindowOnly() {
        Sealed message = crypt.seal(new byte[3], TIMESTAMP, "n");

        assertThat(crypt.open(message, NOW.plus(MAX_AGE))).isInstanceOf(Opened.Plain.class);
        assertThat(crypt.open(message, NOW.minus(MAX_AGE))).isInstanceOf(Opened.Plain.class);
        assertThat(crypt.open(message, NOW.plus(MAX_AGE).plusSeconds(1))).isEqualTo(Refusal.STALE);
        assertThat(crypt.open(message, NOW.minus(MAX_AGE).minusSeconds(1))).isEqualTo(Refusal.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "1800000000.0", "999999999999999999", "99999999999999999999999",
            "１８００００００００"})
    void takesNoOddTimestamp(String timestamp) {
        assertThat(crypt.open(crypt.seal(new byte[3], timestamp, "n"), NOW)).isEqualTo(Refusal.STALE);
    }

    private static byte[] body(int size, byte[] text, String receiver) {
        byte[] tail = receiver.getBytes(UTF_8);
        return ByteBuffer.allocate(20 + text.length + tail.length).position(16).putInt(size).put(text).put(tail)
                .array();
    }

    private Opened openRaw(byte[] body, int padding, int lastBytes) throws GeneralSecurityException {
        byte[] padded = Arrays.copyOf(body, body.length + padding);
        Arrays.fill(padded, body.length, padded.length, (byte) lastBytes);
        return openRaw(padded);
    }

    private Opened openRaw(byte[] blocks) throws GeneralSecurityException {
        byte[] key = SHARED.key();
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
        return openBase64(Base64.getEncoder().encodeToString(cipher.doFinal(blocks)));
    }

    private Opened openBase64(String encrypt) {
        return crypt.open(new Sealed(crypt.signature(TIMESTAMP, "n", encrypt), TIMESTAMP, "n", encrypt), NOW);
    }

    @Test
    void checksEveryByteOfThePadding() throws GeneralSecurityException {
        byte[] body = body(6, new byte[6], SHARED.receiver()); // 44 bytes: 20 of padding
        assertThat(openRaw(body, 20, 20)).isInstanceOf(Opened.Plain.class);

        for (int wrong : new int[]{0, 1, 19, 21, 32, 33, 64, 127, 128, 255}) {
            byte[] padded = Arrays.copyOf(body, 64);
            Arrays.fill(padded, 44, 64, (byte) 20);
            padded[44] = (byte) wrong;
            assertThat(openRaw(padded)).as("first byte %d", wrong).isEqualTo(Refusal.KEY);
            assertThat(openRaw(body, 20, wrong)).as("all bytes %d", wrong)
                    .isIn(Refusal.KEY, Refusal.RECEIVER);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 20, 25, 1000})
    void refusesLengthsThatLeaveTheMessage(int size) throws GeneralSecurityException {
        assertThat(openRaw(body(size, new byte[6], SHARED.receiver()), 20, 20)).isEqualTo(Refusal.KEY);
    }

    @Test
    void refusesWhatIsTooShortOrNoWholeBlock() throws GeneralSecurityException {
        byte[] shortest = new byte[16];
        Arrays.fill(shortest, (byte) 16);

        assertThat(openRaw(shortest)).isEqualTo(Refusal.KEY);
        assertThat(openRaw(new byte[32])).isEqualTo(Refusal.KEY);
        assertThat(openBase64("")).isEqualTo(Refusal.MALFORMED);
        assertThat(openBase64("QUJD")).isEqualTo(Refusal.MALFORMED);
        assertThat(openBase64("***")).isEqualTo(Refusal.MALFORMED);
        assertThat(openBase64("发票")).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void opensAndSealsMessagesOfEverySize() {
        Random random = new Random(3);
        for (int size = 0; size < 300; size++) {
            byte[] text = new byte[size == 299 ? 1_000_000 : size];
            random.nextBytes(text);
            assertThat(plain(crypt.open(crypt.seal(text, TIMESTAMP, crypt.nonce()), NOW))).isEqualTo(text);
        }
    }

    @Test
    void drawsANewBeginningAndNonceEachTime() {
        long distinct = Stream.generate(() -> crypt.seal(new byte[40], TIMESTAMP, "n").encrypt()).limit(600).distinct()
                .count();
        long nonces = Stream.generate(crypt::nonce).limit(600).distinct().count();

        assertThat(distinct).isEqualTo(600);
        assertThat(nonces).isEqualTo(600);
    }

    @Test
    void takesEveryKeyOfFortyThreeLettersAndDigits() {
        Random random = new Random(5);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        for (int i = 0; i < 500; i++) {
            StringBuilder key = new StringBuilder();
            random.ints(43, 0, letters.length()).forEach(at -> key.append(letters.charAt(at)));
            assertThat(new Credentials("t", key.toString(), "").key()).hasSize(32);
        }
    }

    @Test
    void namesAWrongKeyWithoutShowingIt() {
        assertThatThrownBy(() -> new Credentials("t", "secret", "")).hasMessageContaining("43")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new Credentials("t", "!".repeat(43), "")).hasMessageNotContaining("!");
        assertThat(SHARED.toString()).doesNotContain(SHARED.token()).doesNotContain(SHARED.aesKey());
    }
}
