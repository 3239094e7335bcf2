package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.qunbot.chat.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSourceTest {

    private static final String MESSAGE = "{\"msgid\":\"m7\",\"action\":\"send\",\"from\":\"wm1\",\"tolist\":[\"li\"],"
            + "\"roomid\":\"wr1\",\"msgtime\":1790000000123,\"msgtype\":\"text\",\"text\":{\"content\":\"怎么开票\"}}";
    private static final String CHAT_KEY = "0123456789abcdef0123456789abcdef";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private KeyPair pair;
    private volatile String page = "{\"errcode\":0,\"chatdata\":[]}";

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pages", exchange -> {
            asked.add(exchange.getRequestURI().getQuery() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = page.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ArchiveSource.Pulled pulled(long seq) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pages");
        PrivateKeys keys = new PrivateKeys(Map.of(3, PrivateKeys.read(pem(pair))));
        try (HttpSource source = new HttpSource(address, "t0ken", new Unsealer(keys, new ChatCipher()))) {
            return source.after(Map.of(ArchiveSource.SEQ, seq), 2);
        }
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private String sealed(int version) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, pair.getPublic());
        byte[] key = CHAT_KEY.getBytes(US_ASCII);
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
        return "{\"seq\":7,\"msgid\":\"m7\",\"publickey_ver\":%d,\"encrypt_random_key\":\"%s\",\"encrypt_chat_msg\":\"%s\"}"
                .formatted(version, base64(rsa.doFinal(key)), base64(aes.doFinal(MESSAGE.getBytes(UTF_8))));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static ArchivedEvent read(ArchiveSource.Pulled pulled) {
        return ArchiveDecoder.read("archive", pulled.messages().getFirst(), Instant.EPOCH);
    }

    @Test
    void asksForWhatFollowsAndShowsItsToken() throws IOException {
        ArchiveSource.Pulled pulled = pulled(41);

        assertThat(asked).containsExactly("seq=41&limit=2 Bearer t0ken");
        assertThat(pulled.messages()).isEmpty();
        assertThat(pulled.more()).isFalse();
    }

    @Test
    void takesOpenMessagesAsTheyAre() throws IOException {
        page = "{\"errcode\":0,\"chatdata\":[{\"seq\":7,\"message\":" + MESSAGE + "}]}";

        assertThat(read(pulled(6)).seq()).isEqualTo(7);
        assertThat(read(pulled(6)).event()).isInstanceOfSatisfying(Event.Said.class,
                said -> assertThat(said.content().text()).isEqualTo("怎么开票"));
    }

    @Test
    void opensSealedOnesWithTheKeyOfTheirVersion() throws IOException, GeneralSecurityException {
        page = "{\"errcode\":0,\"chatdata\":[" + sealed(3) + "]}";
        ArchiveSource.Pulled pulled = pulled(6);

        assertThat(read(pulled).event()).isInstanceOf(Event.Said.class);
        assertThat(pulled.trouble()).isEmpty();
    }

    @Test
    void keepsWhatNoKeyOpensAndSaysWhichIsMissing() throws IOException, GeneralSecurityException {
        page = "{\"errcode\":0,\"chatdata\":[" + sealed(4) + "]}";
        ArchiveSource.Pulled pulled = pulled(6);

        assertThat(read(pulled).isUnreadable()).isTrue();
        assertThat(read(pulled).seq()).isEqualTo(7);
        assertThat(new String(pulled.messages().getFirst(), UTF_8)).contains("encrypt_chat_msg");
        assertThat(pulled.trouble()).contains("[4]");
    }

    @Test
    void aTornPageAndARefusalAreNoPages() {
        page = "{\"errcode\":0,\"chatdata\":[{\"seq\":7,";
        assertThatThrownBy(() -> pulled(6)).isInstanceOf(IOException.class).hasMessageContaining("torn");
        page = "{\"errcode\":10009,\"errmsg\":\"ip\"}";
        assertThatThrownBy(() -> pulled(6)).isInstanceOf(IOException.class).hasMessageContaining("10009")
                .hasMessageContaining("IP");
    }

    @Test
    void readsTheOlderFormOfKeysAndNothingElse() {
        byte[] der = pair.getPrivate().getEncoded();
        byte[] bare = Arrays.copyOfRange(der, 26, der.length);
        String pem = "-----BEGIN RSA PRIVATE KEY-----\n" + base64(bare) + "\n-----END RSA PRIVATE KEY-----\n";

        assertThat(PrivateKeys.read(pem)).isEqualTo(pair.getPrivate());
        assertThatThrownBy(() -> PrivateKeys.read("no key")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no RSA private key");
    }
}
