package io.qunbot.chat;

/**
 * What a channel did with a posting that it took.
 *
 * @param outcome {@link Outcome#SENT}, or {@link Outcome#QUEUED_FOR_CONFIRMATION} or {@link Outcome#DRAFT_FOR_HUMAN}
 *            where a colleague has to act
 * @param reference what the channel calls it, such as a message's or a task's id; may be empty
 * @param note what an operator should know of it, such as who of several was not reached; may be empty
 */
public record Receipt(Outcome outcome, String reference, String note) {

    public static final Receipt SENT = new Receipt(Outcome.SENT, "");

    public Receipt(Outcome outcome, String reference) {
        this(outcome, reference, "");
    }
}
