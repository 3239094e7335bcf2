package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.Dialect;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.api.Articles;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.TemplateCard;
import io.qunbot.wecom.codec.ByteLimit;
import io.qunbot.wecom.codec.Whole;
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
        return switch (body) {
            case Body.Markdown(String text) -> Dialect.AIBOT.fit(text);
            case Body.MarkdownV2(String text) -> Dialect.AIBOT.fit(text);
            case Body.News news -> Articles.markdown(news);
            case Body.Card card -> TemplateCard.markdown(card);
            case Body.Several(List<Body> parts) -> parts.stream().map(Messages::words)
                    .collect(Collectors.joining("\n\n"));
            default -> body.plain();
        };
    }

    /** There is no form for everybody. */
    private static String mention(MemberId member) {
        return member.value().equals("@all") ? "@所有人" : "<@" + member.value() + ">";
    }

    static List<String> pieces(String words) {
        return LIMIT.split(words, Whole.MARKDOWN).stream().filter(piece -> !piece.isBlank()).toList();
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

    static JsonObject media(String kind, String id) {
        return typed(kind, Fields.of("media_id", id));
    }

    /** What a card becomes after a click; its task is the one of the click. */
    static JsonObject update(JsonObject card) {
        return Fields.of("response_type", "update_template_card", "template_card", card);
    }

    /** A message that answers nothing, to a member's id or a group's. */
    static JsonObject first(String to, boolean single, JsonObject message) {
        JsonObject first = Fields.of("chatid", to, "chat_type", single ? SINGLE : GROUP);
        message.entrySet().forEach(each -> first.add(each.getKey(), each.getValue()));
        return first;
    }

    private static JsonObject content(String words) {
        JsonObject content = new JsonObject();
        content.addProperty("content", words);
        return content;
    }

    static JsonObject typed(String type, JsonObject body) {
        JsonObject message = new JsonObject();
        message.addProperty("msgtype", type);
        message.add(type, body);
        return message;
    }
}
