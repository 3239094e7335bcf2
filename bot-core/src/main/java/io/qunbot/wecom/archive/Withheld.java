package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.qunbot.wecom.codec.tree.Node;
import java.util.List;

/** What is left of a message whose content may not be kept: who said something of which type, when and where. */
public final class Withheld {

    /** The field that says so. */
    static final String MARK = "withheld";

    private static final List<String> KEPT = List.of("msgid", "action", "from", "roomid", "msgtime", "msgtype");

    private Withheld() {}

    /** The message without its content, as the journal keeps it. */
    public static byte[] of(byte[] payload) {
        Node document = Node.read(payload).orElseThrow(() -> new IllegalArgumentException("no message"));
        Node inner = document.child("message");
        Node message = inner.children().isEmpty() ? document : inner;
        JsonObject bare = new JsonObject();
        KEPT.forEach(name -> bare.addProperty(name, message.text(name)));
        if (message.text("roomid").isBlank()) { // then it is in the conversation of these two
            JsonArray receivers = new JsonArray();
            message.children("tolist").forEach(to -> receivers.add(to.text()));
            bare.add("tolist", receivers);
        }
        bare.addProperty(MARK, "consent");
        JsonObject line = new JsonObject();
        line.addProperty("seq", document.text("seq"));
        line.add("message", bare);
        return line.toString().getBytes(UTF_8);
    }
}
