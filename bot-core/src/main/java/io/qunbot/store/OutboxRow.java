package io.qunbot.store;

import io.qunbot.chat.BodyText;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Words on their way.
 *
 * @param id 0 before it is written
 * @param seq the journal row that caused them
 * @param channel where the conversation is heard
 * @param kind {@code say}, {@code tell}, {@code draft}, {@code task}, or {@code fallback}: an answer nobody fetched
 * @param recipient for {@code tell}, {@code draft} and {@code task} the colleagues, comma-separated; else empty
 * @param due not before
 * @param body as {@link BodyText} keeps it
 * @param expires not after; for a task that was made, until when it is followed
 * @param route how they leave
 * @param duty what a colleague is expected to do about them
 */
public record OutboxRow(long id, long seq, int lane, String channel, String kind, String recipient, String body,
        String plugin, String rule, Instant created, Instant due, Instant expires, int attempts, Outcome outcome,
        String reason, Route route, Duty duty) {

    /** The lane of words that belong to no conversation: what the bot itself tells colleagues. */
    public static final int HOUSE = 0;

    /**
     * How words leave, and what is known of it.
     *
     * @param gateway the channel that delivers; empty when none can
     * @param reference what the channel calls what it took; may be empty
     * @param sending whether the channel is being asked; after a crash nobody knows what it did
     * @param doubt whether it may have been said twice, or nobody knows whether it was said
     * @param unsure when the first attempt began of which nobody knows whether it was said; empty while there is none
     */
    public record Route(String gateway, Manner manner, String reference, boolean sending, boolean doubt,
            Optional<Instant> unsure) {

        public static Route by(String gateway, Manner manner) {
            return new Route(gateway, manner, "", false, false, Optional.empty());
        }
    }

    /** Words that leave by the channel on which their conversation is heard. */
    public OutboxRow(long id, long seq, int lane, String channel, String kind, String recipient, String body,
            String plugin, String rule, Instant created, Instant due, Instant expires, int attempts, Outcome outcome,
            String reason) {
        this(id, seq, lane, channel, kind, recipient, body, plugin, rule, created, due, expires, attempts, outcome,
                reason, Route.by(channel, Manner.ANSWER), Duty.NONE);
    }

    public OutboxRow withSeq(long causedBy) {
        return new OutboxRow(id, causedBy, lane, channel, kind, recipient, body, plugin, rule, created, due, expires,
                attempts, outcome, reason, route, duty);
    }

    public OutboxRow with(Route other) {
        return new OutboxRow(id, seq, lane, channel, kind, recipient, body, plugin, rule, created, due, expires,
                attempts, outcome, reason, other, duty);
    }

    public OutboxRow with(Duty other) {
        return new OutboxRow(id, seq, lane, channel, kind, recipient, body, plugin, rule, created, due, expires,
                attempts, outcome, reason, route, other);
    }

    /** The same words, before colleagues. */
    public OutboxRow handed(String as, String to) {
        return new OutboxRow(id, seq, lane, channel, as, to, body, plugin, rule, created, due, expires, attempts,
                outcome, reason, route, duty);
    }

    /** Whether later words of the conversation stay behind these, once tried, until the next try: {@link Outgoing}. */
    public boolean isWaitedFor() {
        return attempts == 1 || !route.doubt();
    }

    /** Whether colleagues have it before them, rather than members. */
    public boolean isForColleagues() {
        return kind.equals("tell") || kind.equals("draft") || kind.equals("task");
    }

    /** The same words after an attempt. */
    public OutboxRow after(int tries, Outcome now, String why, Instant again) {
        return new OutboxRow(id, seq, lane, channel, kind, recipient, body, plugin, rule, created, again, expires,
                tries, now, why, route, duty);
    }

    /** The same words, ended or waiting on, with what is known since. */
    public OutboxRow ended(Outcome now, String why) {
        return after(attempts, now, why, due);
    }

    /** The same words while the channel is being asked. */
    public OutboxRow begun(Instant now) {
        return after(attempts + 1, outcome, reason, due).with(new Route(route.gateway(), route.manner(),
                route.reference(), true, route.doubt(), route.unsure().or(() -> Optional.of(now))));
    }

    /** The same words, where it is known of the last attempt that nothing was said. */
    public OutboxRow unsaid(Optional<Instant> unsureBefore) {
        return with(new Route(route.gateway(), route.manner(), route.reference(), route.sending(), route.doubt(),
                unsureBefore));
    }

    /** The same words once the channel has answered, or nobody knows what it did. */
    public OutboxRow answered(String reference, boolean doubt) {
        return with(new Route(route.gateway(), route.manner(), reference, false, route.doubt() || doubt,
                route.unsure()));
    }

    /** The same words, counted anew, with another end. */
    public OutboxRow lasting(int tries, Instant end) {
        return new OutboxRow(id, seq, lane, channel, kind, recipient, body, plugin, rule, created, due, end, tries,
                outcome, reason, route, duty);
    }

    public Manner manner() {
        return route.manner();
    }

    /** The words as they are read, whatever their form. */
    public String plain() {
        return BodyText.read(body).plain();
    }
}
