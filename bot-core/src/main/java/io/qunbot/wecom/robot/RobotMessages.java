package io.qunbot.wecom.robot;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Dialect;
import io.qunbot.chat.Format;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Medium;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.api.Articles;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.LocalFile;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.TemplateCard;
import io.qunbot.wecom.codec.ByteLimit;
import io.qunbot.wecom.codec.Whole;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is said, as the messages of a group robot (document 99110). What a robot has no form for is said in the
 * nearest one that it has.
 */
final class RobotMessages {

    private static final ByteLimit TEXT = new ByteLimit(2048);
    private static final ByteLimit MARKDOWN = new ByteLimit(4096);
    private static final Format FORMAT = Capabilities.of(Medium.ROBOT, ChatKind.INTERNAL).format();

    private RobotMessages() {}

    /** Makes a media id of a file; costs no message of the robot's budget. */
    @FunctionalInterface
    interface Upload {
        String of(LocalFile file) throws GatewayException;
    }

    static List<JsonObject> of(Body body, Upload upload) throws GatewayException {
        List<JsonObject> messages = new ArrayList<>();
        for (Body each : body.each()) {
            messages.addAll(one(each, upload));
        }
        if (messages.isEmpty()) {
            throw Refusals.drop("没有内容可说", "there is nothing to say");
        }
        return messages;
    }

    private static List<JsonObject> one(Body body, Upload upload) throws GatewayException {
        return switch (body) {
            case Body.Image image -> image(image, upload);
            case Body.Document(String file, _) -> List.of(document(LocalFile.of(file), upload));
            case Body.Text(String text, var mentions) -> texts(text, mentions);
            case Body.Markdown(String text) -> markdown(text);
            case Body.MarkdownV2(String text) -> markdown("markdown_v2", text);
            case Body.News news -> Articles.fit(news)
                    ? Articles.of(news).stream().map(each -> message("news", each)).toList()
                    : markdown(Articles.markdown(news));
            case Body.Card card -> card(card);
            case Body.Settled(_, _, String words) -> texts(words, List.of());
            case Body.Asking(_, _, String words) -> texts(words, List.of());
            case Body.Several several -> of(several, upload);
        };
    }

    /** How many messages it will be, as far as that can be said without looking at files. */
    static int count(Body body) {
        return Math.max(1, body.each().stream().mapToInt(RobotMessages::countOne).sum());
    }

    private static int countOne(Body body) {
        try {
            return body instanceof Body.Image || body instanceof Body.Document ? 1 : one(body, _ -> "").size();
        } catch (GatewayException unsayable) {
            return 1;
        }
    }

    /** The robot has two dialects: the one that loses least of the text. */
    private static List<JsonObject> markdown(String text) {
        Dialect dialect = FORMAT.dialect(text).orElseThrow();
        return markdown(dialect == Dialect.ROBOT_V2 ? "markdown_v2" : "markdown", dialect.fit(text));
    }

    private static JsonObject message(String kind, JsonObject content) {
        return Fields.of("msgtype", kind, kind, content);
    }

    private static List<String> pieces(ByteLimit limit, String text, Whole whole) {
        return limit.split(text, whole).stream().filter(piece -> !piece.isBlank()).toList();
    }

    /** Whoever is mentioned is called once, with the beginning. */
    private static List<JsonObject> texts(String text, List<MemberId> mentions) {
        List<JsonObject> messages = new ArrayList<>();
        for (String piece : pieces(TEXT, text, Whole.CHARACTERS)) {
            JsonObject content = Fields.of("content", piece);
            if (messages.isEmpty() && !mentions.isEmpty()) {
                content.add("mentioned_list", Fields.of("list", mentions.stream().map(MemberId::value).toList())
                        .get("list"));
            }
            messages.add(message("text", content));
        }
        return messages;
    }

    private static List<JsonObject> markdown(String kind, String text) {
        return pieces(MARKDOWN, text, Whole.MARKDOWN).stream()
                .map(piece -> message(kind, Fields.of("content", piece))).toList();
    }

    /** Too large or of another kind: as a file. */
    private static List<JsonObject> image(Body.Image image, Upload upload) throws GatewayException {
        LocalFile file = LocalFile.of(image.file()).atMost(FORMAT.sizes().file());
        if (file.size() > FORMAT.sizes().image() || !file.isPicture()) {
            return List.of(document(file, upload));
        }
        byte[] bytes = file.bytes();
        return List.of(message("image",
                Fields.of("base64", Base64.getEncoder().encodeToString(bytes), "md5", md5(bytes))));
    }

    private static JsonObject document(LocalFile file, Upload upload) throws GatewayException {
        return message("file", Fields.of("media_id", upload.of(file.atMost(FORMAT.sizes().file()))));
    }

    /** Nobody hears a button that is pressed on a robot's card. */
    private static List<JsonObject> card(Body.Card card) {
        return card.buttons().isEmpty() && TemplateCard.fits(card)
                ? Stream.of(message("template_card", TemplateCard.of(card, ""))).toList()
                : markdown(TemplateCard.markdown(card));
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
