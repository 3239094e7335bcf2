package io.qunbot.bot.lint.reach;

import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Format;
import io.qunbot.chat.Medium;
import java.util.Set;

/**
 * A configured channel.
 *
 * @param speaksFirst whether it has what it takes to speak without being asked
 * @param overhears where it hears everything as a mere listener, which makes the bot act
 */
public record Channel(Medium medium, boolean speaksFirst, Set<ChatKind> overhears) {

    public Channel {
        overhears = Set.copyOf(overhears);
    }

    /** One that does not only listen in. */
    public Channel(Medium medium, boolean speaksFirst) {
        this(medium, speaksFirst, Set.of());
    }

    /** What messages look like where its groups are. */
    public Format format() {
        return Capabilities.of(medium, medium == Medium.APP ? ChatKind.DIRECT : ChatKind.INTERNAL).format();
    }
}
