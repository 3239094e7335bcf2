package io.qunbot.plugin;

import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.yaml.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conversation during one call of a stage. Dead afterwards: every method then throws
 * {@link IllegalStateException}, as it does once the stage has overrun its deadline.
 */
public interface ChatContext {

    Group group();

    /** The turn's time; the same for all stages of a turn. */
    Instant now();

    /** What this plugin remembers of this lane. */
    Memory memory();

    /** What this plugin remembers of a member in this lane. */
    Memory memory(MemberId member);

    /**
     * What this plugin remembers for all chats of the profile, as of the last commit there. It is changed by
     * an event that is sent to {@link io.qunbot.chat.LaneId#ofProfile}, where it is the lane's own memory.
     */
    <T extends Record> Optional<T> shared(String key, Class<T> type);

    /** A member as of the last commit of their own lane. */
    Person person(MemberId member);

    /**
     * Who is in the conversation, colleagues too, as far as the directory knows now; empty when nobody is known, as
     * where no app may read the members. A look-up like {@link #person}: it may lag behind events, so whoever has to
     * remember who came and went hears that from events.
     */
    default List<MemberId> members() {
        return List.of();
    }

    /**
     * The message that evidence names, as long as it is archived: words are read when somebody is to see them, and
     * never remembered. On members' lanes only.
     */
    default Optional<Quoted> quoted(Origin origin) {
        return Optional.empty();
    }

    /**
     * The address of the join way that has a {@code state}, once it is made: what somebody is sent who is invited to
     * other groups. On members' lanes only.
     */
    default Optional<String> joinLink(String state) {
        return Optional.empty();
    }

    /**
     * The groups that no profile asks for, as far as something happened there since a time: the newest first. It looks
     * through all groups, for what is done once a day.
     */
    default List<Unclaimed> unclaimed(Instant since) {
        return List.of();
    }

    /**
     * Writes a line of the trace.
     *
     * @param rule the rule's line, null when no single line is the reason
     */
    void note(@Nullable Place rule, String why);

    /**
     * Writes a finding into the trace. One that says that a rule acts counts as its use, for statistics and for the
     * coverage of tests: its place is one that {@link Stage#rules()} gives.
     */
    default void note(Finding finding) {
        note(finding.place(), finding.words().get().zh());
    }

    /**
     * Whether somebody asks why: only then is it worth finding out what was nearly meant, and what would
     * have been.
     */
    default boolean explains() {
        return false;
    }
}
