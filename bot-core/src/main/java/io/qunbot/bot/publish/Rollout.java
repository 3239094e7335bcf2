package io.qunbot.bot.publish;

import java.util.List;

/**
 * A profile of which a new version is tried in a few groups.
 *
 * @param groups where, as the profile names them
 * @param version of the rules that are tried; {@code base} the one that all others stay with
 * @param since ISO 8601, UTC
 * @param trial what was counted where it is tried; {@code settled} everywhere else, both since then
 * @param trialDrafts what colleagues made of its drafts; {@code settledDrafts} of those everywhere else
 */
public record Rollout(String profile, List<String> groups, String version, String base, String since, Tally trial,
        Tally settled, DraftTally trialDrafts, DraftTally settledDrafts) {

    public Rollout {
        groups = List.copyOf(groups);
    }

    /** With what colleagues made of the drafts. */
    public Rollout with(DraftTally trialled, DraftTally others) {
        return new Rollout(profile, groups, version, base, since, trial, settled, trialled, others);
    }
}
