package io.qunbot.plugin;

import io.qunbot.calendar.Holidays;
import io.qunbot.chat.MemberId;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a profile (or one group's own version of it) offers its plugins. Immutable. */
public interface PluginServices {

    /** The profile's stable id. */
    String profile();

    ZoneId zone();

    /** When the profile's quiet hours end; empty when it is not quiet. What nobody asked for is not said before. */
    default Optional<Instant> quietUntil(Instant now) {
        return Optional.empty();
    }

    /** When colleagues are there; empty when nobody wrote it. */
    default List<Hours> hours() {
        return List.of();
    }

    /** Which days are off, as far as the operator's files say. */
    default Holidays holidays() {
        return Holidays.NONE;
    }

    /** What a member gets here, a line each. */
    List<String> value();

    /** Who is to come in, and what is made of who comes. */
    default Optional<Located<Entry>> entry() {
        return Optional.empty();
    }

    /** The operator's own words for templates. */
    Map<String, String> vars();

    /** What the plugins of the profile make known of members, for texts. */
    default List<Detail> details() {
        return List.of();
    }

    /**
     * The colleagues of a post or topic, in order; empty when there is no such post. A rota is one of them that stands
     * for whoever is on duty when the words leave.
     */
    List<MemberId> staff(String post);

    /** The colleagues of a post at a time: of a rota whoever is on duty then, else all of {@link #staff}. */
    default List<MemberId> onDuty(String post, Instant now) {
        return staff(post);
    }

    /** Whether a member holds a post, at whatever time. */
    default boolean holds(String post, MemberId member) {
        return staff(post).contains(member);
    }

    /** The posts and topics that have colleagues. */
    List<String> posts();

    /** Whether a member holds any post in this profile. */
    boolean isStaff(MemberId member);

    /** The people whom the operator calls by a name, in the profile or in {@code config/tags.yaml}; empty for no such name. */
    default Optional<Segment> segment(String name) {
        return Optional.empty();
    }

    /** The names that {@link #segment} knows. */
    default List<String> segments() {
        return List.of();
    }

    /**
     * The day on which these rules were read, in the profile's zone: for checks. A stage that wants to know
     * what time it is asks {@link ChatContext#now()}.
     */
    LocalDate today();

    /**
     * Where a value of the profile is written, whichever file it comes from: {@code where("mode")},
     * {@code where("plugins", "reply", "rules", "invoice", "until")}. Items of a list go by their id. Slow:
     * for whoever explains.
     *
     * @return empty when nobody wrote it
     */
    default Optional<Place> where(String... path) {
        return Optional.empty();
    }

    /** A colleague's display name; empty until the directory knows one. */
    Optional<String> nameOf(MemberId member);

    /** Makes vectors of texts outside the house; empty unless the configuration names who does. */
    default Optional<Embedder> embedder() {
        return Optional.empty();
    }

    /** Tells outside the house which question is meant; empty unless the configuration names who does. */
    default Optional<Judge> judge() {
        return Optional.empty();
    }
}
