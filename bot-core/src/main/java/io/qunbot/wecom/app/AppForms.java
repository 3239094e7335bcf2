package io.qunbot.wecom.app;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Dialect;
import io.qunbot.chat.Format;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Medium;
import io.qunbot.wecom.api.Articles;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.LocalFile;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.TemplateCard;
import io.qunbot.wecom.api.Uploads;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.codec.ByteLimit;
import io.qunbot.wecom.codec.Whole;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said, as the messages of an app (documents 90236 and 90248), without who gets them.
 *
 * @param cards whether cards are shown there: to members they are, in groups not
 */
record AppForms(WecomApi api, Uploads uploads, boolean cards) {

    private static final ByteLimit WORDS = new ByteLimit(2048);
    private static final Format.Sizes SIZES = Capabilities.of(Medium.APP, ChatKind.DIRECT).format().sizes();

    /** @param task names a card's clicks */
    List<JsonObject> of(Body body, String task) throws GatewayException {
        List<JsonObject> messages = new ArrayList<>();
        for (Body each : body.each()) {
            messages.addAll(one(each, task));
        }
        if (messages.isEmpty()) {
            throw Refusals.drop("没有内容可说", "there is nothing to say");
        }
        return messages;
    }

    private List<JsonObject> one(Body body, String task) throws GatewayException {
        return switch (body) {
            case Body.Text(String text, _) -> words("text", text, Whole.CHARACTERS);
            case Body.Markdown(String text) -> markdown(text);
            case Body.MarkdownV2(String text) -> markdown(text);
            case Body.Image(String file, _) -> List.of(image(LocalFile.of(file).atMost(SIZES.file())));
            case Body.Document(String file, _) -> List.of(media("file", LocalFile.of(file).atMost(SIZES.file())));
            case Body.News news -> news(news);
            case Body.Card card -> card(card, task);
            case Body.Settled(_, _, String words) -> words("text", words, Whole.CHARACTERS);
            case Body.Asking asking -> cards && TemplateCard.fits(asking.card())
                    ? List.of(message("template_card", TemplateCard.of(asking, task)))
                    : words("text", asking.words(), Whole.CHARACTERS);
            case Body.Several several -> of(several, task);
        };
    }

    private static List<JsonObject> markdown(String text) {
        return words("markdown", Dialect.APP.fit(text), Whole.MARKDOWN);
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
        return media(file.kind(SIZES.image()), file);
    }

    private JsonObject media(String kind, LocalFile file) throws GatewayException {
        return message(kind, Fields.of("media_id",
                uploads.id(kind, file, (type, found) -> api.upload(type, found.path()))));
    }

    private static List<JsonObject> news(Body.News news) {
        return Articles.fit(news)
                ? Articles.of(news).stream().map(each -> message("news", each)).toList()
                : markdown(Articles.markdown(news));
    }

    private List<JsonObject> card(Body.Card card, String task) {
        return cards && TemplateCard.fits(card)
                ? List.of(message("template_card", TemplateCard.of(card, task)))
                : markdown(TemplateCard.markdown(card));
    }

    /** How many messages it will be. */
    int count(Body body) {
        return Math.max(1, body.each().stream().mapToInt(this::countOne).sum());
    }

    private int countOne(Body body) {
        try {
            return body instanceof Body.Image || body instanceof Body.Document ? 1 : one(body, "0").size();
        } catch (GatewayException unsayable) {
            return 1;
        }
    }
}
