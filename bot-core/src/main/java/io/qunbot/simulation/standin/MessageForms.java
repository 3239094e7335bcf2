package io.qunbot.simulation.standin;

import com.google.gson.JsonElement;
import java.util.Set;

/** What all channels ask of articles and cards. */
final class MessageForms {

    private static final Set<String> ROBOT_CARDS = Set.of("text_notice", "news_notice");

    private MessageForms() {}

    static void news(Form news) throws Refused {
        for (JsonElement each : news.list("articles", 1, 8)) {
            Form article = new Form(each.getAsJsonObject());
            article.text("title", 41016, 128);
            article.text("url", 41010, 2048);
        }
    }

    /** @param app whether buttons are heard, as an app's are */
    static void card(Form card, boolean app) throws Refused {
        String type = card.text("card_type", Form.WRONG);
        card.list("horizontal_content_list", 0, 6);
        if (type.equals("button_interaction") && app) {
            buttons(card);
            return;
        }
        if (!ROBOT_CARDS.contains(type)) {
            throw new Refused(Form.WRONG, "invalid card_type");
        }
        action(card.form("card_action"));
        if (type.equals("news_notice")) {
            card.form("main_title").text("title", Form.WRONG);
            card.form("card_image").text("url", Form.WRONG);
        } else if (!card.has("sub_title_text")) {
            card.form("main_title").text("title", Form.WRONG);
        }
    }

    private static void action(Form action) throws Refused {
        if (action.number("type", Form.WRONG) == 1) {
            action.text("url", Form.WRONG);
        }
    }

    private static void buttons(Form card) throws Refused {
        card.form("main_title").text("title", Form.WRONG);
        if (!card.text("task_id", Form.WRONG).matches("[0-9A-Za-z_\\-@]{1,128}")) {
            throw new Refused(Form.WRONG, "invalid task_id");
        }
        for (JsonElement each : card.list("button_list", 1, 6)) {
            Form button = new Form(each.getAsJsonObject());
            button.text("text", Form.WRONG);
            button.text("key", Form.WRONG, 1024);
        }
    }
}
