package io.qunbot.bot.explain;

import io.qunbot.pipeline.TraceLine;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.yaml.Language;
import java.util.List;

/**
 * Why the bot spoke, or did not.
 *
 * @param answer the main reason
 * @param event {@code channel/id} of a message that was dealt with; empty for one that was made up
 * @param happened false when it is what would happen now
 * @param scene where, when and by whom it was said
 * @param text the message; {@code compared} as rules compare it
 * @param profile the rules of the conversation
 * @param stages the plugins in the order in which a message passes them
 * @param lines what was found, in order
 * @param said what the bot said or would say, and what became of it
 */
public record Explanation(Answer answer, String event, boolean happened, Scene scene, String text, String compared,
        Rules profile, List<String> stages, List<TraceLine> lines, List<Said> said) {

    public Explanation {
        stages = List.copyOf(stages);
        lines = List.copyOf(lines);
        said = List.copyOf(said);
    }

    /**
     * The answer first.
     *
     * @param silent whether nothing was or would be said
     * @param rule what decided; {@code place} where it is written, {@code cause} the setting; each may be empty
     */
    public record Answer(boolean silent, String rule, String place, String cause, String zh, String en) {

        public String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    /**
     * Where a message was said, when and by whom.
     *
     * @param kind {@code internal}, {@code customer} or {@code direct}
     * @param at in the zone of the profile, {@code 2026-12-03 09:00:00}
     * @param role {@code staff} or {@code member}
     */
    public record Scene(String group, String kind, String channel, String from, String role, String at) {}

    /**
     * Which rules there were.
     *
     * @param claim the line that gives the conversation this profile; may be empty
     * @param version of all rules
     */
    public record Rules(String id, String title, String mode, String claim, String version) {}

    /**
     * Words of the bot.
     *
     * @param how {@code answer}, {@code say}, {@code tell}, {@code draft} or {@code task}; with {@code would } before what did not happen
     * @param to colleagues; empty for the conversation
     * @param at when they were decided, may be empty
     * @param rule {@code plugin/rule}
     */
    public record Said(String how, String to, String text, String rule, String at, String outcome, String reason) {

        /** The same with what is hidden of it. */
        Said under(Masks masks) {
            return new Said(how, to, masks.in(text), rule, at, outcome, masks.in(reason));
        }

        /** Whether nobody got these words. */
        boolean isLost() {
            return outcome.equals("WATCHED") || outcome.equals("UNSUPPORTED") || outcome.equals("FAILED")
                    || outcome.equals("EXPIRED");
        }
    }
}
