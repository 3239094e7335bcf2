package io.qunbot.bot.lint.reach;

import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Format;
import io.qunbot.chat.Medium;

/**
 * A configured channel.
 *
 * @param speaksFirst whether it has what it takes to speak without being asked
 */
public record Channel(Medium medium, boolean speaksFirst) {

    /** What messages look like where its groups are. */
    public Format format() {
        return Capabilities.of(medium, medium == Medium.APP ? ChatKind.DIRECT : ChatKind.INTERNAL).format();
    }
}
