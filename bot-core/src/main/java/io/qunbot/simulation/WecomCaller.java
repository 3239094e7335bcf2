package io.qunbot.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.wecom.codec.Crypt;
import io.qunbot.wecom.codec.Opened;
import io.qunbot.wecom.codec.Refusal;
import io.qunbot.wecom.codec.Sealed;
import io.qunbot.wecom.codec.tree.Node;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Calls a bot back as WeCom does: signed and encrypted, within WeCom's five seconds. Not thread-safe.
 */
public final class WecomCaller implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final URI address;
    private final ChannelKind kind;
    private final Crypt crypt;
    private final InstantSource time;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * @param address the callback address as it is saved in WeCom's console
     */
    public WecomCaller(URI address, ChannelKind kind, Credentials credentials, InstantSource time) {
        this.address = address;
        this.kind = kind;
        this.crypt = new Crypt(credentials, MAX_AGE);
        this.time = time;
    }

    /** The delivery of a message, not yet sent; a new nonce and cipher text each time. */
    public Call call(Saying saying) {
        return call(SayingForm.of(kind, saying));
    }

    /** The delivery of any payload, as it would be decrypted. */
    public Call call(String payload) {
        Sealed sealed = seal(payload);
        String encrypt = sealed.encrypt();
        String body = kind == ChannelKind.AIBOT
                ? "{\"encrypt\":\"" + encrypt + "\"}"
                : "<xml><Encrypt><![CDATA[" + encrypt + "]]></Encrypt></xml>";
        return new Call(address(sealed, ""), body.getBytes(UTF_8));
    }

    /**
     * Says something and waits for the answer.
     *
     * @throws IOException
     *             when there is no HTTP response within five seconds
     */
    public Answer say(Saying saying) throws IOException, InterruptedException {
        return send(call(saying));
    }

    /** Sends a delivery. */
    public Answer send(Call call) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(call.uri()).timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(call.body())).build());
    }

    /** Asks what WeCom asks when the address is saved; true when the bot proves that it has the key. */
    public boolean verifyUrl() throws IOException, InterruptedException {
        String echo = crypt.nonce();
        Sealed sealed = seal(echo);
        URI uri = address(sealed, "&echostr=" + URLEncoder.encode(sealed.encrypt(), UTF_8));
        var response = client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
        return response.statusCode() == 200 && response.body().equals(echo);
    }

    /**
     * Reads a response.
     *
     * @throws IOException
     *             when it has a body that WeCom would not accept
     */
    public Answer read(int status, byte[] body) throws IOException {
        if (status != 200 || body.length == 0) {
            return new Answer(status, Optional.empty());
        }
        Node envelope = Node.read(body).orElseThrow(() -> new IOException("the answer is neither XML nor JSON"));
        Sealed sealed = new Sealed(envelope.text("msgsignature"), envelope.text("timestamp"), envelope.text("nonce"),
                envelope.text("encrypt"));
        return switch (crypt.open(sealed, time.instant())) {
            case Opened.Plain(byte[] plain) -> new Answer(status, SayingForm.words(plain));
            case Refusal reason -> throw new IOException("WeCom would refuse the answer: " + reason);
        };
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofByteArray());
        return read(response.statusCode(), response.body());
    }

    private Sealed seal(String payload) {
        return crypt.seal(payload.getBytes(UTF_8), Long.toString(time.instant().getEpochSecond()), crypt.nonce());
    }

    private URI address(Sealed sealed, String more) {
        String mark = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + mark + "msg_signature=" + sealed.signature() + "&timestamp=" + sealed.timestamp()
                + "&nonce=" + sealed.nonce() + more);
    }

    @Override
    public void close() {
        client.close();
    }

    /** A delivery that can be sent by any HTTP client, with POST. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    public record Call(URI uri, byte[] body) {}

    /**
     * What came back.
     *
     * @param text what the bot said, empty when it said nothing
     */
    public record Answer(int status, Optional<String> text) {}
}
