package io.qunbot.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened. {@link #at()} is the time the channel gives, to the second or better.
 */
public sealed interface Event {

    EventId id();

    Instant at();

    LaneId lane();

    /** An event of one conversation. */
    sealed interface InChat extends Event {
        Chat chat();

        @Override
        default LaneId lane() {
            return chat().lane();
        }
    }

    /** An event that one plugin asked for; it goes to that plugin and no other. */
    sealed interface Addressed extends Event {
        String plugin();
    }

    /**
     * @param mentioned whether the bot was addressed: @-ed in a group, or one-to-one
     */
    record Said(EventId id, Instant at, Chat chat, MemberId by, Content content, boolean mentioned)
            implements
                InChat {}

    /**
     * People joined.
     *
     * @param members who, as far as the channel says; may be empty or shorter than {@code count}
     * @param count how many, at least 1
     * @param version the member list's version after the change, empty when unknown
     */
    record Joined(EventId id, Instant at, Chat chat, List<MemberId> members, int count, String version)
            implements
                InChat {
        public Joined {
            members = List.copyOf(members);
        }
    }

    /**
     * People left.
     *
     * @param members who, as far as the channel says; may be empty or shorter than {@code count}
     * @param removed true when somebody else removed them
     */
    record Left(EventId id, Instant at, Chat chat, List<MemberId> members, int count, boolean removed, String version)
            implements
                InChat {
        public Left {
            members = List.copyOf(members);
        }
    }

    /** The conversation itself changed; what it is now has to be asked of the channel. */
    record Changed(EventId id, Instant at, Chat chat, Change what) implements InChat {}

    /** What changed about a conversation. */
    enum Change {
        CREATED,
        DISMISSED,
        OWNER,
        NAME,
        NOTICE,
        BOT_ADDED,
        BOT_REMOVED
    }

    /**
     * Somebody took back what they had said.
     *
     * @param message the key of the event that is taken back, as the same channel gave it
     */
    record Recalled(EventId id, Instant at, Chat chat, MemberId by, String message) implements InChat {}

    /** Somebody agreed that what they say is archived, or did not. */
    record Consented(EventId id, Instant at, Chat chat, MemberId by, boolean agreed) implements InChat {}

    /** Somebody opened the one-to-one conversation. */
    record Entered(EventId id, Instant at, Chat chat, MemberId by) implements InChat {}

    /**
     * Somebody pressed a button of a card.
     *
     * @param key the button's key; {@code task} the card's task id, may be empty
     * @param chosen the options chosen, by question key
     */
    record Clicked(EventId id, Instant at, Chat chat, MemberId by, String key, String task,
            Map<String, List<String>> chosen) implements InChat {
        public Clicked {
            chosen = Map.copyOf(chosen);
        }
    }

    /**
     * The channel says that something is to be fetched or looked at ({@code msgaudit_notify}, a
     * contact change).
     */
    record Notified(EventId id, Instant at, String channel, String kind, Map<String, String> fields) implements Event {
        public Notified {
            fields = Map.copyOf(fields);
        }

        @Override
        public LaneId lane() {
            return LaneId.ofChannel(channel);
        }
    }

    /** The rules of a conversation may be others than before, or the clock was set back: what is to happen when is looked at again. */
    record Ruled(EventId id, Instant at, Chat chat) implements InChat {}

    /** A kind of event this version does not know; kept as it came. */
    record Unknown(EventId id, Instant at, LaneId lane, String type) implements Event {}

    /** An alarm that {@link Action.Wake} set; {@code at} is the time it was set for. */
    record Rang(EventId id, Instant at, LaneId lane, String plugin, String key, String payload)
            implements
                Addressed {}

    /**
     * What a plugin sent to a lane with {@link Action.Emit}.
     *
     * @param origin the turn that sent it
     */
    record Custom(EventId id, Instant at, LaneId lane, String plugin, String kind, String payload, Origin origin)
            implements
                Addressed {

        /** What comes from nowhere in particular. */
        public Custom(EventId id, Instant at, LaneId lane, String plugin, String kind, String payload) {
            this(id, at, lane, plugin, kind, payload, Origin.NONE);
        }
    }

    /**
     * A member's tags changed, on the member's own lane: what {@link Action.Tag} asked for, as far as it was not so
     * already, and what follows from it, such as the other tag of an exclusive family that goes. The change is made
     * when stages see it.
     *
     * @param rule what asked for it, as {@code plugin/rule}; who did it and why when it was a colleague; may be empty
     * @param origin the evidence: the profile, the conversation and the message
     */
    record Tagged(EventId id, Instant at, MemberId member, List<String> added, List<String> removed, String rule,
            Origin origin) implements Event {
        public Tagged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        @Override
        public LaneId lane() {
            return LaneId.of(member);
        }

        /** Whose rules changed them; empty when none did. */
        public String profile() {
            return origin.profile();
        }

        /** Where it happened; empty for what was done by hand. */
        public Optional<Chat> chat() {
            return origin.chat();
        }
    }

    /**
     * Somebody says something about a member, on the member's own lane: {@link Action.Attest}. What is made of it is
     * the affair of the stages that follow the member.
     *
     * @param what {@link #SCORE}, {@link #STAGE} or {@link #DEAL}
     * @param rule what says so, as {@code plugin/rule}, or who by hand
     * @param origin the evidence: the profile, the conversation and the message
     */
    record Attested(EventId id, Instant at, MemberId member, String what, String value, String rule, Origin origin)
            implements
                Event {

        /** So many points: a whole number. */
        public static final String SCORE = "score";
        /** They are at this stage of their life as a customer. */
        public static final String STAGE = "stage";
        /** They bought, or did not: {@code won} or {@code lost}, an amount or 0, and why, with spaces between. */
        public static final String DEAL = "deal";

        @Override
        public LaneId lane() {
            return LaneId.of(member);
        }
    }

    /**
     * A fact about a member changed, on the member's own lane: {@link Action.Know}. It comes after the turn that made
     * it known, to whoever follows the member.
     *
     * @param value empty when it is known no more
     */
    record Known(EventId id, Instant at, MemberId member, String fact, String value, Origin origin) implements Event {

        @Override
        public LaneId lane() {
            return LaneId.of(member);
        }
    }
}
