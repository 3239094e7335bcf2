package io.qunbot.store;

/**
 * What became of a campaign for one member.
 *
 * @param sender who is to send it; empty for the app itself, or for nobody
 * @param reason why it did not arrive; empty when there is none
 */
public record CampaignPost(String member, String sender, int part, State state, String reason) {

    /** How far it came. */
    public enum State {
        WAITING,
        /** A colleague has it and has not confirmed it. */
        QUEUED,
        SENT,
        FAILED,
        EXPIRED,
        /** Left out again before anybody was asked, or nobody could send it. */
        DROPPED,
        /** Only recorded: the profile or the campaign only watches. */
        WATCHED;

        /** Whether it has reached somebody, or still may. */
        public boolean counts() {
            return this == WAITING || this == QUEUED || this == SENT;
        }
    }
}
