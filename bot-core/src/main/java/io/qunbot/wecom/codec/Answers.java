package io.qunbot.wecom.codec;

import com.google.gson.JsonObject;
import io.qunbot.chat.Event;
import io.qunbot.wecom.codec.tree.Node;

/** Which form an answer has, and its words in that form, not yet sealed. */
final class Answers {

    private static final ByteLimit TEXT_LIMIT = new ByteLimit(2048);
    private static final ByteLimit STREAM_LIMIT = new ByteLimit(20480);

    private Answers() {}

    static ReplyForm toApp(Event event, Node message) {
        return switch (event) {
            case Event.Said _,Event.Entered _,Event.Clicked _ ->
                new ReplyForm.AppText(message.text("fromusername"), message.text("tousername"));
            default -> new ReplyForm.Silence();
        };
    }

    static ReplyForm toRobot(Event event, boolean json) {
        return switch (event) {
            case Event.Said _,Event.Entered _,Event.Clicked _ -> robot(json);
            case Event.Changed changed when changed.what() == Event.Change.BOT_ADDED -> robot(json);
            default -> new ReplyForm.Silence();
        };
    }

    private static ReplyForm robot(boolean json) {
        return json ? new ReplyForm.RobotJson() : new ReplyForm.RobotXml();
    }

    static ReplyForm toAibot(Event event, String nonce) {
        return switch (event) {
            case Event.Said said -> new ReplyForm.Stream(StreamId.of(said.id()), nonce);
            case Event.Entered _ -> new ReplyForm.Welcome(nonce);
            default -> new ReplyForm.Silence();
        };
    }

    /** The document to seal. */
    static String document(ReplyForm form, String words, String timestamp) {
        return switch (form) {
            case ReplyForm.Silence _ -> "";
            case ReplyForm.AppText(String member, String corp) -> appText(member, corp, timestamp, words);
            case ReplyForm.RobotXml _ -> "<xml><MsgType>" + Cdata.of("text") + "</MsgType><Text><Content>"
                    + Cdata.of(TEXT_LIMIT.cut(words)) + "</Content></Text></xml>";
            case ReplyForm.RobotJson _,ReplyForm.Welcome _ -> text(TEXT_LIMIT.cut(words));
            case ReplyForm.Stream(String id, _) -> stream(id, words);
            case ReplyForm.StreamEnd(String id, _) -> stream(id, words);
        };
    }

    private static String appText(String member, String corp, String timestamp, String words) {
        return "<xml><ToUserName>" + Cdata.of(member) + "</ToUserName><FromUserName>" + Cdata.of(corp)
                + "</FromUserName><CreateTime>" + timestamp + "</CreateTime><MsgType>" + Cdata.of("text")
                + "</MsgType><Content>" + Cdata.of(TEXT_LIMIT.cut(words)) + "</Content></xml>";
    }

    private static String text(String words) {
        JsonObject text = new JsonObject();
        text.addProperty("content", words);
        return typed("text", text);
    }

    private static String stream(String id, String words) {
        JsonObject stream = new JsonObject();
        stream.addProperty("id", id);
        stream.addProperty("finish", true);
        stream.addProperty("content", STREAM_LIMIT.cut(words));
        return typed("stream", stream);
    }

    private static String typed(String type, JsonObject body) {
        JsonObject message = new JsonObject();
        message.addProperty("msgtype", type);
        message.add(type, body);
        return message.toString();
    }
}
