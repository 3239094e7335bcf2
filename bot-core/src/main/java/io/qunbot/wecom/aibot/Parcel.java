package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Format;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Medium;
import io.qunbot.wecom.api.LocalFile;
import io.qunbot.wecom.api.TemplateCard;
import java.util.ArrayList;
import java.util.List;

/** What one message of an intelligent robot holds. */
sealed interface Parcel {

    /** Markdown. */
    record Words(String text) implements Parcel {}

    record Card(Body.Card card) implements Parcel {}

    record Asking(Body.Asking asking) implements Parcel {}

    /** @param kind {@code image} or {@code file} */
    record Media(String kind, LocalFile file) implements Parcel {}

    Format.Sizes SIZES = Capabilities.of(Medium.LINE, ChatKind.INTERNAL).format().sizes();

    /** What is said, in the messages that it takes; files must be there. */
    static List<Parcel> of(Body body) throws GatewayException {
        List<Parcel> parcels = new ArrayList<>();
        for (Body each : body.each()) {
            switch (each) {
                case Body.Card card when TemplateCard.fits(card) -> parcels.add(new Card(card));
                case Body.Asking asking when TemplateCard.fits(asking.card()) -> parcels.add(new Asking(asking));
                case Body.Image(String file, _) -> parcels.add(image(LocalFile.of(file).atMost(SIZES.file())));
                case Body.Document(String file, _) ->
                    parcels.add(new Media("file", LocalFile.of(file).atMost(SIZES.file())));
                default -> Messages.pieces(Messages.words(each)).forEach(piece -> parcels.add(new Words(piece)));
            }
        }
        return parcels;
    }

    private static Parcel image(LocalFile file) throws GatewayException {
        return new Media(file.kind(SIZES.image()), file);
    }

    /** @param media what WeCom calls a file; empty for all else */
    default JsonObject message(String task, String media) {
        return switch (this) {
            case Words(String text) -> Messages.markdown(text);
            case Card(Body.Card card) -> Messages.typed("template_card", TemplateCard.of(card, task));
            case Asking(Body.Asking asking) -> Messages.typed("template_card", TemplateCard.of(asking, task));
            case Media(String kind, LocalFile _) -> Messages.media(kind, media);
        };
    }
}
