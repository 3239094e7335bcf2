package io.qunbot.plugin;

import io.qunbot.chat.Chat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A group that no profile asks for: it has what is for the rest, or nothing.
 *
 * @param name as it is called now; foreign text, empty until the directory knows one
 * @param last when something last happened there
 * @param tied the profiles that both ask for groups of such a name, so that none of them gets it; mostly empty
 */
public record Unclaimed(Chat chat, Optional<String> name, Instant last, List<String> tied) {

    public Unclaimed {
        tied = List.copyOf(tied);
    }
}
