package io.qunbot.load;

import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Crypt;
import io.qunbot.wecom.codec.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Requests that nobody should send: random bytes, truncated ones, wrong padding, deep XML, huge lengths,
 * slow senders. The server has to go on answering, tell nothing of itself, and not grow.
 *
 * <pre>java -cp … io.qunbot.load.Hostility CHECKOUT [REQUESTS [SEED]]</pre>
 */
final class Hostility {

    private static final int SLOW = 50;
    private static final String PATH = "/wecom/app";

    private final int port;
    private final Random random;
    private final Crypt crypt = new Crypt(Messages.SAMPLE, Duration.ofMinutes(10));
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final List<String> talkative = new ArrayList<>();

    Hostility(int port, long seed) {
        this.port = port;
        this.random = new Random(seed);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path home = Files.createTempDirectory("qunbot-hostile");
        LoadHome.write(home);
        try (ServerProcess bot = LoadHome.start(Path.of(arguments[0]).toAbsolutePath().normalize(), home)) {
            Hostility hostility = new Hostility(bot.port(), seed);
            hostility.run(count / 10);
            long memory = bot.residentMebibytes();
            int threads = bot.threads();
            hostility.run(count - count / 10);
            System.out.printf("%d hostile requests: %s%n", count, hostility.statuses);
            System.out.printf("memory %d -> %d MiB, threads %d -> %d, told something of itself: %s%n", memory,
                    bot.residentMebibytes(), threads, bot.threads(), hostility.talkative);
            System.out.println("a good message after all that: " + hostility.isServed());
        }
    }

    /** What the responses were: a status, or how the connection ended. */
    Map<String, Integer> statuses() {
        return statuses;
    }

    /** Responses that said more than one line, or something like a stack trace. */
    List<String> talkative() {
        return talkative;
    }

    void run(int count) throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            if (at % (count / SLOW + 1) == 0) {
                slow.add(slowSender());
            }
            attack(request(at % 12));
        }
        for (Socket socket : slow) {
            socket.close();
        }
    }

    /** Whether a good message is answered with a 200. */
    boolean isServed() throws IOException, InterruptedException {
        try (WecomCaller caller = new WecomCaller(URI.create("http://127.0.0.1:" + port + PATH), ChannelKind.APP,
                Messages.SAMPLE, InstantSource.system())) {
            return caller.say(new Saying("", "honest", "在吗", "honest" + random.nextLong(),
                    InstantSource.system().instant())).status() == 200;
        }
    }

    private Socket slowSender() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write("POST /wecom/app HTTP/1.1\r\ncontent-le".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private byte[] request(int kind) {
        return switch (kind) {
            case 0 -> bytes(random.nextInt(2000));
            case 1 -> post(signed(), bytes(random.nextInt(3000)));
            case 2 -> post(query("0".repeat(40)), envelope(Base64.getEncoder().encodeToString(bytes(64))));
            case 3 -> sealed(bytes(16 * (1 + random.nextInt(40))));
            case 4 -> truncated(sealed(bytes(320)));
            case 5 -> post(signed(), deepXml());
            case 6 -> head("POST " + PATH + " HTTP/1.1\r\ncontent-length: 99999999999\r\n\r\n");
            case 7 ->
                head("POST " + PATH + "?msg_signature=" + "a".repeat(7000) + " HTTP/1.1\r\ncontent-length: 0\r\n\r\n");
            case 8 -> head("GET /" + "../".repeat(30) + "etc/passwd HTTP/1.1\r\n\r\n");
            case 9 -> head("DELETE " + PATH + " HTTP/1.1\r\n\r\n");
            case 10 -> post(signed(),
                    ("<!DOCTYPE x [<!ENTITY a \"" + "b".repeat(500) + "\">]><xml><Encrypt>&a;</Encrypt></xml>")
                            .getBytes(StandardCharsets.UTF_8));
            default -> head("POST " + PATH + " HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nffffffff\r\nxx");
        };
    }

    /** Rightly signed, wrongly encrypted. */
    private byte[] sealed(byte[] garbage) {
        String encrypt = Base64.getEncoder().encodeToString(garbage);
        return post(query(encrypt), envelope(encrypt));
    }

    private String signed() {
        Sealed sealed = crypt.seal(bytes(40), now(), "nonce");
        return query(sealed.encrypt());
    }

    private String query(String encrypt) {
        return "msg_signature=" + crypt.signature(now(), "nonce", encrypt) + "&timestamp=" + now() + "&nonce=nonce";
    }

    private static String now() {
        return Long.toString(InstantSource.system().instant().getEpochSecond());
    }

    private static byte[] envelope(String encrypt) {
        return ("<xml><Encrypt><![CDATA[" + encrypt + "]]></Encrypt></xml>").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] deepXml() {
        int depth = 1000 + random.nextInt(20_000);
        return ("<a>".repeat(depth) + "</a>".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] truncated(byte[] whole) {
        byte[] part = new byte[random.nextInt(whole.length)];
        System.arraycopy(whole, 0, part, 0, part.length);
        return part;
    }

    private static byte[] post(String query, byte[] body) {
        byte[] head = head("POST " + PATH + "?" + query + " HTTP/1.1\r\ncontent-length: " + body.length + "\r\n\r\n");
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static byte[] head(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private void attack(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] response = new byte[8192];
            int length = Math.max(0, in.readNBytes(response, 0, response.length));
            note(new String(response, 0, length, StandardCharsets.UTF_8));
        } catch (SocketTimeoutException silent) {
            statuses.merge("no response", 1, Integer::sum);
        } catch (IOException cut) {
            statuses.merge("connection cut", 1, Integer::sum);
        }
    }

    private void note(String response) {
        statuses.merge(response.length() < 12 ? "closed" : response.substring(9, 12), 1, Integer::sum);
        String body = response.contains("\r\n\r\n") ? response.substring(response.indexOf("\r\n\r\n") + 4) : "";
        if (body.strip().lines().count() > 1 || body.contains("Exception") || body.contains("io.")) {
            talkative.add(body);
        }
    }
}
