package io.qunbot.bot.campaign;

import io.qunbot.plugin.campaign.Campaign;
import io.qunbot.store.CampaignState;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a campaign is due.
 *
 * @param due the time that it is due for; several that were missed are one
 * @param missed whether it is too late for it
 * @param next when it has to be looked at again; empty for not before the rules change
 */
record Timing(Optional<Instant> due, boolean missed, Optional<Instant> next) {

    static Timing of(CampaignState state, Books.Entry entry, Instant now) {
        Campaign campaign = entry.campaign();
        Optional<Instant> due = state.isWished() ? Optional.of(state.wished()) : last(campaign, state.looked(), now);
        Optional<Instant> then = campaign.slots().next(now);
        if (due.isEmpty()) {
            return new Timing(Optional.empty(), false, then);
        }
        boolean late = !state.isWished() && due.get().plus(campaign.terms().late()).isBefore(now);
        boolean missed = late || (state.paused() && !state.isWished());
        Optional<Instant> quiet = entry.profile().services().quietUntil(now);
        return !missed && quiet.isPresent()
                ? new Timing(Optional.empty(), false, quiet)
                : new Timing(due, missed, then);
    }

    private static Optional<Instant> last(Campaign campaign, Instant looked, Instant now) {
        Optional<Instant> last = Optional.empty();
        Optional<Instant> next = campaign.slots().next(looked);
        while (next.isPresent() && !next.get().isAfter(now)) {
            last = next;
            next = campaign.slots().next(next.get());
        }
        return last;
    }
}
