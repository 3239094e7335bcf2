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

    /** The tag of whoever wants to hear nothing that they did not ask for. */
    public static final String OPTED_OUT = "退订";

    /** Before the state of the join way by which somebody came, in the tag that says so. */
    public static final String WAY = "来自:";

    public Person {
        tags = Set.copyOf(tags);
    }

    /** The state of the join way, such as a QR code, by which this member came into the conversation. */
    public Optional<String> way() {
        return tags.stream().filter(tag -> tag.startsWith(WAY)).map(tag -> tag.substring(WAY.length())).findFirst();
    }

    /** Whether this member said that they want nothing unasked. */
    public boolean optedOut() {
        return tags.contains(OPTED_OUT);
    }
}
