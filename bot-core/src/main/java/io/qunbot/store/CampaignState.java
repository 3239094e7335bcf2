package io.qunbot.store;

import java.time.Instant;

/**
 * How a campaign of a profile stands.
 *
 * @param looked up to when its times are dealt with
 * @param wished when somebody ordered it by hand; the epoch when nobody did
 */
public record CampaignState(String profile, String id, Instant looked, boolean paused, Instant wished) {

    public boolean isWished() {
        return wished.isAfter(Instant.EPOCH);
    }

    /** Nothing before this counts, and no order is left. */
    public CampaignState upTo(Instant time) {
        return new CampaignState(profile, id, time, paused, Instant.EPOCH);
    }
}
