package io.qunbot.plugin;

import io.qunbot.chat.MemberId;
import java.util.Optional;
import java.util.Set;

/**
 * A member as the bot knows them.
 *
 * @param name the display name, empty until the directory knows one; foreign text, never to be
 *            trusted
 * @param inviter who brought them into the conversation, as far as the directory knows
 */
public record Person(MemberId id, Optional<String> name, Set<String> tags, Optional<MemberId> inviter) {

    /** The tag of whoever wants to hear nothing that they did not ask for. */
    public static final String OPTED_OUT = "退订";

    /** Before the state of the join way by which somebody came, in the tag that says so. */
    public static final String WAY = "来自:";

    public Person {
        tags = Set.copyOf(tags);
    }

    /** Somebody of whom it is not known who brought them. */
    public Person(MemberId id, Optional<String> name, Set<String> tags) {
        this(id, name, tags, Optional.empty());
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
