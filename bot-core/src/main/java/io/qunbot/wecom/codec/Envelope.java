package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.qunbot.wecom.codec.tree.Node;

/** The outer document around an encrypted message, in both directions. */
final class Envelope {

    private Envelope() {}

    /** The encrypted text of a callback's body; empty when there is none. */
    static String encrypt(byte[] body) {
        return Node.read(body).map(outer -> outer.text("encrypt")).orElse("");
    }

    static byte[] of(Sealed message, boolean json) {
        return (json ? json(message) : xml(message)).getBytes(UTF_8);
    }

    private static String xml(Sealed message) {
        return "<xml><Encrypt><![CDATA[" + message.encrypt() + "]]></Encrypt><MsgSignature><![CDATA["
                + message.signature() + "]]></MsgSignature><TimeStamp>" + message.timestamp()
                + "</TimeStamp><Nonce>" + Cdata.of(message.nonce()) + "</Nonce></xml>";
    }

    private static String json(Sealed message) {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("encrypt", message.encrypt());
        envelope.addProperty("msgsignature", message.signature());
        envelope.addProperty("timestamp", Long.valueOf(message.timestamp()));
        envelope.addProperty("nonce", message.nonce());
        return envelope.toString();
    }
}
