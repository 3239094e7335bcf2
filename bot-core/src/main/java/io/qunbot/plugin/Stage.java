package io.qunbot.plugin;

import io.qunbot.chat.Event;
import io.qunbot.plugin.campaign.Campaign;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One plugin at work in one profile. Called by many threads at once for different chats, by one at
 * a time
 * for the same chat; it keeps no state of its own outside {@link ChatContext#memory()}.
 */
@FunctionalInterface
public interface Stage {

    /**
     * Decides what to do about an event.
     *
     * @throws Exception
     *             whatever went wrong: this stage's actions are dropped, the others go on
     */
    Reaction on(Event event, ChatContext chat) throws Exception;

    /**
     * Looks back on an event when every stage has dealt with it, or one of them has ended it: so a stage learns what
     * was made of it, wherever it stands in the file. Also asked about what was addressed to others. What it remembers
     * here arms no {@link #rhythm}.
     *
     * @throws Exception as in {@link #on}
     */
    default Reaction afterwards(Event event, Upshot upshot, ChatContext chat) throws Exception {
        return Reaction.pass();
    }

    /**
     * Whether an alarm that was set still means something. Asked when the rules changed: one that means
     * nothing is cancelled. Must be quick, and knows no chat.
     *
     * @param alarm the alarm's key
     */
    default boolean expects(String alarm, String payload) {
        return true;
    }

    /**
     * What it wants to be woken for in a conversation. Asked whenever the rules changed, and whenever this stage
     * remembered something or was woken: it may depend on the settings, the group and {@link ChatContext#memory()}, and
     * on nothing else. Two entries never have the same key.
     */
    default List<Recurrence> rhythm(ChatContext chat) {
        return List.of();
    }

    /**
     * Looks for what may surprise its operator although no line is wrong: rules that get in each other's
     * way, words that fire too often or never. Asked by {@code qunbot check} and {@code keywords lint}, never while messages
     * come.
     */
    default void lint(Sample sample, Problems findings) {}

    /**
     * What WeCom itself greets with in customer groups, where no bot can be; {@code %NICKNAME%} stands for whoever
     * joins. It is kept as a template in WeCom, which the owner of a group has to choose.
     */
    default Optional<Template> platformWelcome() {
        return Optional.empty();
    }

    /** Where people are invited from here: WeCom lets nobody be moved, so there are join ways for it. */
    default List<Invitation> invitations() {
        return List.of();
    }

    /** What of a conversation may be kept, where this stage decides that; known before anything is written. */
    default Optional<Keeping> keeping() {
        return Optional.empty();
    }

    /**
     * For how long what was said stays; without it, for ever. What is imported goes by when it was said, and may be too
     * old at once.
     */
    default Optional<Duration> keeps() {
        return Optional.empty();
    }

    /**
     * What of the operator's files may act here: a name and a place for each rule, question or text. When one acts the
     * stage notes a finding with its place; {@code qunbot test --coverage} names those that no test reaches.
     */
    default List<Located<String>> rules() {
        return List.of();
    }

    /** What is said to each member of a segment by itself, at its times; the core does it. */
    default List<Campaign> campaigns() {
        return List.of();
    }

    /** What is hidden of this profile's messages before they are shown to colleagues and to who reads the archive. */
    default Masks masks() {
        return Masks.NONE;
    }
}
