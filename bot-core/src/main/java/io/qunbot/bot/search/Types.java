package io.qunbot.bot.search;

import io.qunbot.chat.Content;
import java.util.Locale;

/** What kinds of messages are called. */
final class Types {

    private Types() {}

    static String of(Content content) {
        return switch (content) {
            case Content.Unknown unknown -> unknown.type();
            default -> content.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
