package io.qunbot.plugin;

import io.qunbot.chat.MemberId;
import java.util.Optional;
import java.util.Set;

/**
 * A member as the bot knows them.
 *
 * @param name the display name, empty until the directory knows one; foreign text, never to be
 *            trusted
 */
public record Person(MemberId id, Optional<String> name, Set<String> tags) {

    public Person {
        tags = Set.copyOf(tags);
    }
}
