package io.qunbot.wecom.app;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.GatewayException;
import io.qunbot.wecom.api.Articles;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.LocalFile;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.TemplateCard;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.codec.ByteLimit;
import io.qunbot.wecom.codec.Whole;
import java.util.List;

/**
 * What is said, as the messages of an app (documents 90236 and 90248), without who gets them.
 *
 * @param cards whether cards are shown there: to members they are, in groups not
 */
record AppForms(WecomApi api, boolean cards) {

    private static final ByteLimit WORDS = new ByteLimit(2048);
    private static final long IMAGE = 10L << 20;
    private static final long FILE = 20L << 20;

    /** @param task names a card's clicks */
    List<JsonObject> of(Body body, String task) throws GatewayException {
        List<JsonObject> messages = switch (body) {
            case Body.Text(String text, _) -> words("text", text, Whole.CHARACTERS);
            case Body.Markdown(String text) -> words("markdown", text, Whole.MARKDOWN);
            case Body.MarkdownV2(String text) -> words("markdown", text, Whole.MARKDOWN);
            case Body.Image(String file, _) -> List.of(image(LocalFile.of(file).atMost(FILE)));
            case Body.Document(String file, _) -> List.of(upload("file", LocalFile.of(file).atMost(FILE)));
            case Body.News news -> news(news);
            case Body.Card card -> card(card, task);
        };
        if (messages.isEmpty()) {
            throw Refusals.drop("没有内容可说", "there is nothing to say");
        }
        return messages;
    }

    private static List<JsonObject> words(String kind, String text, Whole whole) {
        return WORDS.split(text, whole).stream().filter(piece -> !piece.isBlank())
                .map(piece -> message(kind, Fields.of("content", piece))).toList();
    }

    private static JsonObject message(String kind, JsonObject content) {
        return Fields.of("msgtype", kind, kind, content);
    }

    /** Too large or of another kind: as a file. */
    private JsonObject image(LocalFile file) throws GatewayException {
        return upload(file.size() <= IMAGE && file.isPicture() ? "image" : "file", file);
    }

    /** Nothing is said by it: whatever goes wrong, the message has not left. */
    private JsonObject upload(String kind, LocalFile file) throws GatewayException {
        try {
            return message(kind, Fields.of("media_id", api.upload(kind, file.path())));
        } catch (GatewayException failure) {
            throw new GatewayException(failure.code(), String.valueOf(failure.getMessage()), failure.remedy(), false);
        }
    }

    private static List<JsonObject> news(Body.News news) {
        return Articles.fit(news)
                ? Articles.of(news).stream().map(each -> message("news", each)).toList()
                : words("markdown", Articles.markdown(news), Whole.MARKDOWN);
    }

    private List<JsonObject> card(Body.Card card, String task) {
        return cards && TemplateCard.fits(card)
                ? List.of(message("template_card", TemplateCard.of(card, task)))
                : words("markdown", TemplateCard.markdown(card), Whole.MARKDOWN);
    }

    /** How many messages it will be. */
    int count(Body body) {
        return Math.max(1, switch (body) {
            case Body.Text(String text, _) -> words("text", text, Whole.CHARACTERS).size();
            case Body.Markdown(String text) -> words("markdown", text, Whole.MARKDOWN).size();
            case Body.MarkdownV2(String text) -> words("markdown", text, Whole.MARKDOWN).size();
            case Body.News news -> news(news).size();
            case Body.Card card -> card(card, "0").size();
            case Body.Image _,Body.Document _ -> 1;
        });
    }
}
