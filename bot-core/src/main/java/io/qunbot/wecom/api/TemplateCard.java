package io.qunbot.wecom.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.qunbot.chat.Body;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cards as WeCom writes them: documents 90236 and 99110. */
public final class TemplateCard {

    private static final int FACTS = 6;
    private static final int BUTTONS = 6;
    private static final int OPENS_ADDRESS = 1;

    private TemplateCard() {}

    /** Whether WeCom has a card for it: one without buttons must open something, and nothing is left out. */
    public static boolean fits(Body.Card card) {
        return !card.title().isBlank() && card.facts().size() <= FACTS && card.buttons().size() <= BUTTONS
                && (!card.buttons().isEmpty() || !card.target().url().isEmpty());
    }

    /** @param task unique for good; a click says it again */
    public static JsonObject of(Body.Card card, String task) {
        JsonObject json = Fields.of("card_type", kind(card), "main_title", Fields.of("title", card.title()));
        if (!card.text().isBlank()) {
            words(card, json);
        }
        if (!card.facts().isEmpty()) {
            json.add("horizontal_content_list", list("horizontal_content_list", card.facts().stream()
                    .map(fact -> Fields.of("keyname", fact.name(), "value", fact.value()))));
        }
        if (!card.target().url().isEmpty()) {
            json.add("card_action", Fields.of("type", OPENS_ADDRESS, "url", card.target().url()));
        }
        if (kind(card).equals("news_notice")) {
            json.add("card_image", Fields.of("url", card.target().picture()));
        }
        if (!card.buttons().isEmpty()) {
            buttons(card, task, json);
        }
        return json;
    }

    /** With what is quoted in a box of its own. */
    public static JsonObject of(Body.Asking asking, String task) {
        JsonObject json = of(asking.card(), task);
        if (!asking.quote().value().isBlank()) {
            json.add("quote_area", Fields.of("title", asking.quote().name(), "quote_text", asking.quote().value()));
        }
        return json;
    }

    private static String kind(Body.Card card) {
        if (!card.buttons().isEmpty()) {
            return "button_interaction";
        }
        return card.target().picture().isEmpty() ? "text_notice" : "news_notice";
    }

    /** A card with a picture has no place for a text below its title. */
    private static void words(Body.Card card, JsonObject json) {
        if (kind(card).equals("news_notice")) {
            json.getAsJsonObject("main_title").addProperty("desc", card.text());
        } else {
            json.addProperty("sub_title_text", card.text());
        }
    }

    private static void buttons(Body.Card card, String task, JsonObject json) {
        json.addProperty("task_id", task);
        json.add("button_list", list("button_list", card.buttons().stream()
                .map(button -> Fields.of("text", button.text(), "style", button.look().style(), "key",
                        button.key()))));
    }

    private static JsonElement list(String name, Stream<JsonObject> items) {
        return Fields.of(name, items.toList()).get(name);
    }

    /** The same in markdown, for channels without cards. Buttons can't be pressed there: they are not shown. */
    public static String markdown(Body.Card card) {
        Stream<String> facts = card.facts().stream().map(fact -> "> " + fact.name() + ":" + fact.value());
        String link = card.target().url().isEmpty() ? "" : "[打开](" + card.target().url() + ")";
        return Stream.of(List.of("**" + card.title() + "**", card.text()), facts.toList(), List.of(link))
                .flatMap(List::stream).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
