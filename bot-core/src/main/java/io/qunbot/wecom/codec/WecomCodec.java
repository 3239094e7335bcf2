package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.chat.Event;
import io.qunbot.wecom.codec.tree.Node;
import java.time.Instant;

/**
 * The callbacks of one channel: deliveries in, answers out. Not thread-safe: one for each channel and
 * event loop.
 */
public final class WecomCodec {

    private static final byte[] NOTHING = new byte[0];

    private final String channel;
    private final WecomDecoder decoder;
    private final Crypt crypt;

    public WecomCodec(String channel, ChannelKind kind, Crypt crypt) {
        this.channel = channel;
        this.decoder = new WecomDecoder(kind);
        this.crypt = crypt;
    }

    /**
     * What WeCom asks when an operator saves the callback address: the plaintext is the whole answer.
     *
     * @param query what follows the question mark of the address, still escaped
     */
    public Opened verify(String query, Instant now) {
        return Query.parse(query).map(asked -> crypt.open(asked.sealed(asked.echo()), now)).orElse(Refusal.MALFORMED);
    }

    /**
     * Reads a delivery.
     *
     * @param query what follows the question mark of the address, still escaped
     * @param now also the time of an event that gives none
     */
    public Received receive(String query, byte[] body, Instant now) {
        String encrypt = Envelope.encrypt(body);
        return Query.parse(query)
                .filter(_ -> !encrypt.isEmpty())
                .map(asked -> receive(asked, encrypt, now))
                .orElseGet(() -> new Received.Refused(Refusal.MALFORMED));
    }

    private Received receive(Query asked, String encrypt, Instant now) {
        return switch (crypt.open(asked.sealed(encrypt), now)) {
            case Refusal reason -> new Received.Refused(reason);
            case Opened.Plain(byte[] payload) -> read(payload, asked.nonce(), now);
        };
    }

    private Received read(byte[] payload, String nonce, Instant now) {
        Node message = decoder.parse(payload);
        if (decoder.kind() == ChannelKind.AIBOT && message.text("msgtype").equals("stream")) {
            return poll(message.child("stream").text("id"), nonce);
        }
        Event event = decoder.event(message, Heading.of(channel, message, payload, now));
        return new Received.Happened(event, payload, form(event, message, payload, nonce));
    }

    private Received poll(String streamId, String nonce) {
        return new Received.Poll(streamId, StreamId.event(channel, streamId), new ReplyForm.StreamEnd(streamId, nonce));
    }

    private ReplyForm form(Event event, Node message, byte[] payload, String nonce) {
        return switch (decoder.kind()) {
            case APP -> Answers.toApp(event, message);
            case ROBOT -> Answers.toRobot(event, Node.isJson(payload));
            case AIBOT -> Answers.toAibot(event, nonce);
        };
    }

    /**
     * The body of the response that answers a delivery, cut to what the channel takes; empty when there
     * is nothing to say or no way to say it.
     */
    public byte[] answer(ReplyForm form, String words, Instant now) {
        if (!form.answerable() || (words.isEmpty() && !(form instanceof ReplyForm.StreamEnd))) {
            return NOTHING;
        }
        String timestamp = Long.toString(now.getEpochSecond());
        byte[] document = Answers.document(form, words, timestamp).getBytes(UTF_8);
        return switch (form) {
            case ReplyForm.Silence _ -> NOTHING;
            case ReplyForm.AppText _,ReplyForm.RobotXml _ -> sealed(document, timestamp, crypt.nonce(), false);
            case ReplyForm.RobotJson _ -> sealed(document, timestamp, crypt.nonce(), true);
            // an intelligent robot's answer carries the nonce of the question (document 101033)
            case ReplyForm.Stream(_, String nonce) -> sealed(document, timestamp, nonce, true);
            case ReplyForm.StreamEnd(_, String nonce) -> sealed(document, timestamp, nonce, true);
            case ReplyForm.Welcome(String nonce) -> sealed(document, timestamp, nonce, true);
        };
    }

    private byte[] sealed(byte[] document, String timestamp, String nonce, boolean json) {
        return Envelope.of(crypt.seal(document, timestamp, nonce), json);
    }
}
