package io.qunbot.bot.member;

import java.util.List;
import java.util.Map;

/**
 * All that is known of somebody. Times are ISO 8601, UTC; what is not known is empty.
 *
 * @param gone tags that were taken off, with the last reason
 * @param stage and {@code points} as plugins keep them
 * @param facts whatever else plugins made known
 * @param roles what they are by what they said
 * @param heard when they last said something
 */
public record MemberCard(String id, String name, boolean colleague, List<Group> groups, List<Tag> tags,
        List<Tag> gone, String stage, int points, Map<String, String> facts, List<String> roles, String heard,
        List<Words> questions, boolean optedOut, List<Consent> consents) {

    /**
     * A group they are in, or spoke in.
     *
     * @param here whether the list of members has them
     * @param way the state of the join way they came by
     */
    public record Group(String id, String name, String profile, boolean here, String joined, String way,
            List<String> roles) {}

    /**
     * A tag and why.
     *
     * @param rule what asked for it, as {@code plugin/rule}, or who by hand and why
     * @param words what they said then, as long as it is archived
     * @param until when it goes by itself
     * @param local why it is not mirrored although its family is; empty when it is, or need not be
     */
    public record Tag(String tag, String family, String rule, String at, String group, String groupName, String words,
            String until, String local) {}

    /** Something they said. */
    public record Words(String at, String group, String words) {}

    /** What they answered when they were asked whether their words are archived. */
    public record Consent(String at, String group, boolean agreed) {}
}
