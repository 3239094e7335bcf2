package io.qunbot.bot.explain;

import io.qunbot.chat.ChatKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message that somebody makes up.
 *
 * @param as {@code member}, {@code staff}, a post, or a member's id
 * @param at see {@link Moment}
 * @param mention whether the bot is @-ed; empty for what the channel delivers
 */
public record Question(String group, String text, String as, Optional<Moment> at, Optional<Boolean> mention,
        Optional<ChatKind> kind, Optional<String> channel) {

    /** As parameters of a request, and back with {@link #read}. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>(Map.of("group", group, "text", text, "as", as));
        at.ifPresent(moment -> parameters.put("at", moment.typed()));
        mention.ifPresent(mentioned -> parameters.put("mention", mentioned.toString()));
        kind.ifPresent(known -> parameters.put("kind", known.name()));
        channel.ifPresent(known -> parameters.put("channel", known));
        return parameters;
    }

    /** @throws IllegalArgumentException when a parameter makes no sense */
    public static Question read(Map<String, String> parameters) {
        return new Question(parameters.getOrDefault("group", ""), parameters.getOrDefault("text", ""),
                parameters.getOrDefault("as", "member"), Optional.ofNullable(parameters.get("at")).map(Moment::parse),
                Optional.ofNullable(parameters.get("mention")).map(Boolean::valueOf),
                Optional.ofNullable(parameters.get("kind"))
                        .map(kind -> ChatKind.valueOf(kind.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(parameters.get("channel")));
    }
}
