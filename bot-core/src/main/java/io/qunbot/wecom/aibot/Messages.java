package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.codec.ByteLimit;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of an intelligent robot as WeCom wants them (documents 101031, 101138 and 101463). */
final class Messages {

    /** Of a stream and of markdown. */
    static final ByteLimit LIMIT = new ByteLimit(20_480);

    private static final ByteLimit WELCOME_LIMIT = new ByteLimit(2_048);
    private static final int SINGLE = 1;
    private static final int GROUP = 2;

    private Messages() {}

    /** The words in WeCom's markdown, which has a form for names. */
    static String words(Body body) {
        if (body instanceof Body.Text(String text, List<MemberId> mentions) && !mentions.isEmpty()) {
            return mentions.stream().map(Messages::mention).collect(Collectors.joining(" ", "", " ")) + text;
        }
        return body.plain();
    }

    /** There is no form for everybody. */
    private static String mention(MemberId member) {
        return member.value().equals("@all") ? "@所有人" : "<@" + member.value() + ">";
    }

    static List<String> pieces(String words) {
        return LIMIT.split(words).stream().filter(piece -> !piece.isBlank()).toList();
    }

    static boolean isWelcome(String words) {
        return WELCOME_LIMIT.split(words).size() == 1;
    }

    static JsonObject stream(String id, String words) {
        JsonObject stream = new JsonObject();
        stream.addProperty("id", id);
        stream.addProperty("finish", true);
        stream.addProperty("content", words);
        return typed("stream", stream);
    }

    static JsonObject text(String words) {
        return typed("text", content(words));
    }

    static JsonObject markdown(String words) {
        return typed("markdown", content(words));
    }

    /** Markdown that answers nothing, to a member's id or a group's. */
    static JsonObject first(String to, boolean single, String words) {
        JsonObject message = new JsonObject();
        message.addProperty("chatid", to);
        message.addProperty("chat_type", single ? SINGLE : GROUP);
        markdown(words).entrySet().forEach(each -> message.add(each.getKey(), each.getValue()));
        return message;
    }

    private static JsonObject content(String words) {
        JsonObject content = new JsonObject();
        content.addProperty("content", words);
        return content;
    }

    private static JsonObject typed(String type, JsonObject body) {
        JsonObject message = new JsonObject();
        message.addProperty("msgtype", type);
        message.add(type, body);
        return message;
    }
}
