package io.qunbot.outbox;

import io.qunbot.chat.Delivery;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.store.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** What follows from an attempt: pure, so the same attempt has the same consequence. */
final class Aftermath {

    static final Duration BUSY_PAUSE = Duration.ofSeconds(60);

    private static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    /** Pauses are up to so much longer, lest all that failed together is tried together. */
    private static final double JITTER = 0.25;

    private Aftermath() {}

    static OutboxRow taken(OutboxRow words, Receipt receipt, Instant now) {
        OutboxRow taken = words.answered(receipt.reference(), false).with(words.duty().handed(now))
                .ended(outcome(words, receipt), words.route().doubt() ? Reasons.TWICE : receipt.note());
        return taken.outcome() == Outcome.QUEUED_FOR_CONFIRMATION
                ? taken.lasting(0, now.plus(TaskRounds.LIFETIME))
                : taken;
    }

    /** Who has got a draft has not said it yet. */
    private static Outcome outcome(OutboxRow words, Receipt receipt) {
        return words.kind().equals("draft") && receipt.outcome() == Outcome.SENT
                ? Outcome.DRAFT_FOR_HUMAN
                : receipt.outcome();
    }

    /** @param knownAgain whether the channel says the same words once, however often it is asked */
    static OutboxRow refused(OutboxRow words, GatewayException failure, boolean knownAgain, Instant now) {
        boolean doubt = failure.maybeSent() && !(knownAgain && failure.retryable());
        OutboxRow known = words.answered(words.route().reference(), doubt);
        if (doubt && words.manner().delivery() == Delivery.AT_MOST_ONCE) {
            return known.ended(Outcome.FAILED, Reasons.unknown(failure));
        }
        return switch (failure.remedy()) {
            case DROP -> known.ended(neverAsked(failure) ? Outcome.UNSUPPORTED : Outcome.FAILED,
                    Reasons.given(known, failure));
            case DISABLE -> known.after(known.attempts(), Outcome.WAITING, Reasons.refused(failure), now);
            case RETRY -> known.attempts() >= TRIES
                    ? givenUp(known.answered(known.route().reference(), failure.maybeSent()), failure)
                    : later(known, failure, now);
            case BACK_OFF -> later(known, failure, now);
        };
    }

    private static OutboxRow givenUp(OutboxRow words, GatewayException failure) {
        return words.ended(Outcome.FAILED, Reasons.given(words, failure));
    }

    /** Words that are not worth saying any more. */
    static OutboxRow overdue(OutboxRow words) {
        if (words.route().sending()) {
            return words.answered("", true).ended(Outcome.FAILED, Reasons.CUT_OFF);
        }
        String why = words.attempts() > 0 ? Reasons.LATE : Reasons.NEVER_ITS_TURN;
        return words.ended(Outcome.EXPIRED, words.reason().isEmpty() ? why : why + ": " + words.reason());
    }

    /** The gateway knew without asking WeCom that its channel can't say this. */
    private static boolean neverAsked(GatewayException refused) {
        return refused.code() == 0 && !refused.maybeSent();
    }

    private static OutboxRow later(OutboxRow words, GatewayException failure, Instant now) {
        Duration pause = failure.remedy() == Remedy.BACK_OFF ? BUSY_PAUSE : pause(words.attempts());
        return words.after(words.attempts(), Outcome.WAITING, Reasons.refused(failure),
                now.plus(jittered(pause, words)));
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Duration jittered(Duration pause, OutboxRow words) {
        double share = new SplittableRandom(words.id() * 31 + words.attempts()).nextDouble(JITTER);
        return pause.plusMillis(Math.round(pause.toMillis() * share));
    }

    /** A gateway that fails in a way of its own: nobody knows how far it came. */
    static GatewayException unforeseen(Throwable bug) {
        return new GatewayException(0, "通道出错 (the gateway failed): " + bug.getClass().getSimpleName(), Remedy.RETRY,
                true);
    }
}
