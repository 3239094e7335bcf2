package io.qunbot.store;

import java.time.Instant;

/**
 * What one sender is asked to send in a campaign.
 *
 * @param sender a colleague; empty when the app itself speaks
 * @param part counts what one call takes
 * @param reference what the channel calls it; empty until it knows it
 * @param tried when the channel was last asked to make it; the epoch when it never was
 * @param due when it is looked at again
 * @param reminders how often the sender was reminded
 */
public record CampaignTask(String id, Instant at, String profile, String sender, int part, State state,
        String reference, String reason, Instant tried, Instant due, int reminders) {

    /** Where it is on its way. */
    public enum State {
        /** The channel knows nothing of it. */
        WAITING,
        /** The channel is being asked; after a crash nobody knows whether it heard it. */
        ASKING,
        /** The sender has it, and has not sent it to everybody. */
        OPEN,
        DONE
    }

    /** One that nobody was asked for yet. */
    public static CampaignTask fresh(CampaignRun run, String sender, int part) {
        return new CampaignTask(run.id(), run.at(), run.profile(), sender, part, State.WAITING, "", "", Instant.EPOCH,
                run.listed(), 0);
    }

    /** The channel is asked now. */
    public CampaignTask asking(Instant now) {
        return new CampaignTask(id, at, profile, sender, part, State.ASKING, "", "", now, now, 0);
    }

    /** The sender has it. */
    public CampaignTask open(String as, Instant again) {
        return new CampaignTask(id, at, profile, sender, part, State.OPEN, as, "", tried, again, reminders);
    }

    /** The same is tried again, or looked at again. */
    public CampaignTask later(State next, String why, Instant again) {
        return new CampaignTask(id, at, profile, sender, part, next, reference, why, tried, again, reminders);
    }

    public CampaignTask reminded() {
        return new CampaignTask(id, at, profile, sender, part, state, reference, reason, tried, due, reminders + 1);
    }

    public CampaignTask done(String why) {
        return new CampaignTask(id, at, profile, sender, part, State.DONE, reference, why, tried, due, reminders);
    }

    public boolean isOfApp() {
        return sender.isEmpty();
    }
}
