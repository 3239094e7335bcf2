package io.qunbot.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a plugin wants to happen. Data only: nothing happens until the turn is committed. */
public sealed interface Action {

    /**
     * Say something in the event's conversation.
     *
     * @param body what a channel can't show is said there in the nearest form that it has
     * @param rule what made the bot say it, for the archive and the trace; may be empty
     * @param manner how it is meant; empty for what follows from the event: who speaks is answered, who joins is
     *            welcomed, all else is a topic
     */
    record Say(Body body, String rule, Optional<Manner> manner, Oversight oversight) implements Action {

        /** Words whose manner follows from the event. */
        public Say(String text, String rule) {
            this(Body.text(text), rule, Optional.empty(), Oversight.NONE);
        }

        public Say(String text, String rule, Manner manner) {
            this(Body.text(text), rule, Optional.of(manner), Oversight.NONE);
        }

        public Say(String text, String rule, Optional<Manner> manner, Oversight oversight) {
            this(Body.text(text), rule, manner, oversight);
        }

        public Say {
            if (body.plain().isBlank()) {
                throw new IllegalArgumentException("a bot must not say nothing: rule '" + rule + "'");
            }
        }

        /** The words alone, whatever their form. */
        public String text() {
            return body.plain();
        }
    }

    /**
     * Tell colleagues something, away from the conversation.
     *
     * @param urgent whether they are told at any hour
     * @param watching whether they are told by rules that only watch, too: what is not about a conversation but about
     *            the house
     */
    record Tell(List<MemberId> who, Body body, String rule, boolean urgent, Care care, boolean watching)
            implements
                Action {

        /** What rules that only watch keep to themselves. */
        public Tell(List<MemberId> who, Body body, String rule, boolean urgent, Care care) {
            this(who, body, rule, urgent, care, false);
        }

        /** The same in plain words. */
        public Tell(List<MemberId> who, String text, String rule, boolean urgent, Care care) {
            this(who, Body.text(text), rule, urgent, care);
        }

        /** What nobody has to take up. */
        public Tell(List<MemberId> who, String text, String rule, boolean urgent) {
            this(who, text, rule, urgent, Care.NONE);
        }

        /** What can wait until colleagues are there. */
        public Tell(List<MemberId> who, String text, String rule) {
            this(who, text, rule, false);
        }

        public Tell {
            who = List.copyOf(who);
        }

        /** The words alone, whatever their form. */
        public String text() {
            return body.plain();
        }
    }

    /**
     * Wake this plugin in this lane with an {@link Event.Rang}; replaces an alarm of the same key.
     *
     * @param at when; a time that is past rings at once
     */
    record Wake(String key, Instant at, String payload) implements Action {}

    /** Take back an alarm; nothing happens when there is none. */
    record Cancel(String key) implements Action {}

    /** Put tags on a member and take others off; {@link Event.Tagged} tells the stages that follow the member. */
    record Tag(MemberId member, List<String> add, List<String> remove, String rule) implements Action {
        public Tag {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    /**
     * Make a fact known of a member: all plugins see it with the person, and segments ask for it. One place for each
     * fact: the stage that follows the member ({@code Plugin.follow}) keeps what it needs in its own memory and publishes
     * here what others may know, such as {@code stage} and {@code points}. On the member's own lane it is part of the
     * turn; from any other it arrives as an event.
     *
     * @param fact its name
     * @param value empty takes it away
     */
    record Know(MemberId member, String fact, String value) implements Action {
        public Know {
            if (fact.isBlank()) {
                throw new IllegalArgumentException("a fact without a name: '" + value + "'");
            }
        }
    }

    /**
     * Say something about a member that whoever follows them may care about, and that changes nothing by itself:
     * {@link Event.Attested} tells all stages that follow the member under these rules. This is how one plugin lends
     * weight to what another keeps, without knowing it.
     *
     * @param what such as {@link Event.Attested#SCORE}, {@link Event.Attested#STAGE} or {@link Event.Attested#DEAL}
     */
    record Attest(MemberId member, String what, String value, String rule) implements Action {}

    /**
     * Hand what a colleague answered to the stage on a member's lane that told them: it gets a {@code plugin.Answer},
     * and judges the words itself.
     *
     * @param words their number in the outbox
     * @param by the colleague
     */
    record Forward(long words, Verdict verdict, String note, MemberId by, LaneId lane, String plugin)
            implements
                Action {}

    /** Send an {@link Event.Custom} to this plugin in another lane; durable with the turn. */
    record Emit(LaneId lane, String kind, String payload) implements Action {}

    /**
     * Keep that an event was of a certain kind, for lists that operators ask for. The event's words are not
     * copied: when it is forgotten, so is the remark.
     *
     * @param subject what it is about, such as a rule's name; may be empty
     * @param number how much, in the plugin's own measure
     * @param about an event of the last day that a channel delivered; empty for the one that is dealt with
     * @param keep for how long; this plugin's older remarks on this profile go
     */
    record Remark(String kind, String subject, double number, Optional<EventId> about, Duration keep)
            implements
                Action {}

    /**
     * Forget what was archived of this conversation before a time; the newest two days always stay.
     */
    record Forget(Instant before) implements Action {}

    /**
     * Say what a colleague made of words that were on their desk, or that were only recorded. What is ended already
     * stays as it is.
     *
     * @param words their number in the outbox
     * @param note what the colleague would have said instead; may be empty
     */
    record Judge(long words, Verdict verdict, String note) implements Action {}
}
