package io.qunbot.plugin;

import io.qunbot.chat.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A member as the bot knows them: as of the last commit of their own lane, and cheap to ask for.
 *
 * @param name the display name, empty until the directory knows one; foreign text, never to be
 *            trusted
 * @param inviter who brought them into the conversation, as far as the directory knows
 */
public record Person(MemberId id, Optional<String> name, Set<String> tags, Optional<MemberId> inviter,
        Standing standing) {

    /** The tag of whoever wants to hear nothing that they did not ask for. */
    public static final String OPTED_OUT = "退订";

    /** Before the state of the join way by which somebody came, in the tag that says so. */
    public static final String WAY = "来自:";

    /** The fact that says at which stage of its life a member is as a customer. */
    public static final String STAGE = "stage";

    /** The fact that says how many points a member has, a whole number. */
    public static final String POINTS = "points";

    public Person {
        tags = Set.copyOf(tags);
    }

    /** Somebody of whom no more is known than this. */
    public Person(MemberId id, Optional<String> name, Set<String> tags, Optional<MemberId> inviter) {
        this(id, name, tags, inviter, Standing.NONE);
    }

    /** Somebody of whom it is not known who brought them. */
    public Person(MemberId id, Optional<String> name, Set<String> tags) {
        this(id, name, tags, Optional.empty());
    }

    /** What plugins made known of them, by name. */
    public Map<String, String> facts() {
        return standing.facts();
    }

    /** At which stage they are; empty when nobody keeps stages. */
    public Optional<String> stage() {
        return Optional.ofNullable(facts().get(STAGE));
    }

    /** How many points they have; 0 when nobody counts. */
    public int points() {
        try {
            return Integer.parseInt(facts().getOrDefault(POINTS, "0"));
        } catch (NumberFormatException _) {
            return 0; // whatever it was, nobody counted it
        }
    }

    /** The roles that they hold in this conversation. */
    public Set<String> roles() {
        return standing.roles();
    }

    /** When they last said something anywhere. */
    public Optional<Instant> heard() {
        return standing.heard();
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
