package io.qunbot.profile;

import io.qunbot.chat.Chat;
import java.util.List;
import java.util.Optional;

/**
 * The conversations for which a claim counts, while a new version of a profile is tried.
 *
 * @param groups ids or names, {@code *} and {@code ?} as in claims
 * @param inside whether those are meant, or all others
 */
record Audience(List<String> groups, boolean inside) {

    static final Audience ALL = new Audience(List.of(), false);

    Audience {
        groups = List.copyOf(groups);
    }

    boolean includes(Chat chat, Optional<String> name) {
        return groups.stream().anyMatch(group -> names(group, chat, name)) == inside;
    }

    private static boolean names(String group, Chat chat, Optional<String> name) {
        return NamePattern.matches(group, chat.id().value())
                || name.filter(known -> NamePattern.matches(group, known)).isPresent();
    }
}
