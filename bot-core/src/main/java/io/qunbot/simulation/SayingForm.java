package io.qunbot.simulation;

import com.google.gson.JsonObject;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.tree.Node;
import java.util.Optional;

/** How WeCom writes a message down before it encrypts it, and reads the answer after. */
final class SayingForm {

    private SayingForm() {}

    static String of(ChannelKind kind, Saying saying) {
        return switch (kind) {
            case APP -> app(saying);
            case ROBOT -> robot(saying);
            case AIBOT -> aibot(saying);
        };
    }

    /** The words of a decrypted answer, whichever channel's. */
    static Optional<String> words(byte[] answer) {
        return Node.read(answer).map(SayingForm::words).filter(words -> !words.isEmpty());
    }

    private static String words(Node answer) {
        return answer.text("content") + answer.child("text").text("content") + answer.child("stream").text("content");
    }

    private static String app(Saying saying) {
        return "<xml>" + element("ToUserName", "ww0000000000000000") + element("FromUserName", saying.member())
                + "<CreateTime>" + saying.at().getEpochSecond() + "</CreateTime>" + element("MsgType", "text")
                + element("Content", saying.text()) + "<MsgId>" + saying.id()
                + "</MsgId><AgentID>1000002</AgentID></xml>";
    }

    private static String robot(Saying saying) {
        return "<xml>" + element("MsgId", saying.id()) + element("ChatId", saying.chat())
                + element("ChatType", chatType(saying)) + "<From>" + element("UserId", saying.member()) + "</From>"
                + element("MsgType", "text") + "<Text>" + element("Content", saying.text()) + "</Text></xml>";
    }

    private static String aibot(Saying saying) {
        JsonObject message = new JsonObject();
        message.addProperty("msgid", saying.id());
        message.addProperty("aibotid", "AIBOT");
        if (!saying.chat().isEmpty()) {
            message.addProperty("chatid", saying.chat());
        }
        message.addProperty("chattype", chatType(saying));
        message.addProperty("create_time", saying.at().getEpochSecond());
        message.addProperty("msgtype", "text");
        message.add("from", single("userid", saying.member()));
        message.add("text", single("content", saying.text()));
        return message.toString();
    }

    private static String chatType(Saying saying) {
        return saying.chat().isEmpty() ? "single" : "group";
    }

    private static JsonObject single(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static String element(String name, String words) {
        return "<" + name + "><![CDATA[" + words.replace("]]>", "]]]]><![CDATA[>") + "]]></" + name + ">";
    }
}
