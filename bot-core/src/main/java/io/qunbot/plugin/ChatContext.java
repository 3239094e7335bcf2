package io.qunbot.plugin;

import io.qunbot.chat.MemberId;
import io.qunbot.yaml.Place;
import java.time.Instant;
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

    /** A member as of the last commit of their own lane. */
    Person person(MemberId member);

    /**
     * Writes a line of the trace.
     *
     * @param rule the rule's line, null when no single line is the reason
     */
    void note(@Nullable Place rule, String why);
}
