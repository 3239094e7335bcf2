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

    /** What fails in a way of its own is not tried for as long as it is worth saying. */
    private static final int TRIES = 8;
    private static final int BUSY = -1;
    /** WeCom is not asked more often for what it may have done while it said that it is busy. */
    private static final int BUSY_TRIES = 4;
    /** What may have been said is tried ever more rarely: after so many times as long as has passed since. */
    private static final int RARER = 5;
    /** The last try comes so long before words are not worth saying any more. */
    private static final Duration LAST_CHANCE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    /** Pauses are up to so much longer, lest all that failed together is tried together. */
    private static final double JITTER = 0.25;

    private Aftermath() {}

    /** @param attended from when on colleagues can be expected to take them up */
    static OutboxRow taken(OutboxRow words, Receipt receipt, Instant now, Instant attended) {
        OutboxRow taken = words.answered(receipt.reference(), false).with(words.duty().handed(attended))
                .ended(outcome(words, receipt), words.route().doubt() ? Reasons.TWICE : receipt.note());
        return taken.outcome() == Outcome.QUEUED_FOR_CONFIRMATION
                ? taken.lasting(0, taken.duty().deadline().orElse(now.plus(TaskRounds.LIFETIME)))
                : taken;
    }

    /** Who has got a draft has not said it yet. */
    private static Outcome outcome(OutboxRow words, Receipt receipt) {
        return words.kind().equals("draft") && receipt.outcome() == Outcome.SENT
                ? Outcome.DRAFT_FOR_HUMAN
                : receipt.outcome();
    }

    /** @param knownAgain whether the channel says the same words once if it is asked again soon */
    static OutboxRow refused(OutboxRow words, GatewayException failure, boolean knownAgain, Instant now) {
        boolean doubt = failure.maybeSent() && !(knownAgain && failure.retryable() && isInTime(words, failure, now));
        OutboxRow known = words.answered(words.route().reference(), doubt);
        if (doubt && words.manner().delivery() == Delivery.AT_MOST_ONCE) {
            return known.ended(Outcome.FAILED, Reasons.unknown(failure));
        }
        return switch (failure.remedy()) {
            case DROP -> known.ended(neverAsked(failure) ? Outcome.UNSUPPORTED : Outcome.FAILED,
                    Reasons.given(known, failure));
            case DISABLE -> known.after(known.attempts(), Outcome.WAITING, Reasons.refused(failure), now);
            case RETRY -> doubt && failure.code() == BUSY && known.attempts() >= BUSY_TRIES
                    ? known.ended(Outcome.FAILED, Reasons.given(known, failure))
                    : later(known, failure, doubt, now);
            case BACK_OFF -> later(known, failure, doubt, now);
        };
    }

    /** Whether the next try comes while the channel knows the same words again. */
    private static boolean isInTime(OutboxRow words, GatewayException failure, Instant now) {
        Instant first = words.route().unsure().orElse(now);
        return again(words, failure, false, now).isBefore(first.plus(Postings.KNOWN));
    }

    /** Words that are not worth saying any more. */
    static OutboxRow overdue(OutboxRow words) {
        if (words.route().sending()) {
            return words.answered(words.route().reference(), true).ended(Outcome.FAILED, Reasons.CUT_OFF);
        }
        if (words.route().doubt() || words.route().unsure().isPresent()) {
            return words.answered(words.route().reference(), true).ended(Outcome.FAILED,
                    Reasons.UNKNOWN_TO_THE_END + words.reason());
        }
        String why = words.attempts() > 0 ? Reasons.LATE : Reasons.NEVER_ITS_TURN;
        return words.ended(Outcome.EXPIRED, words.reason().isEmpty() ? why : why + ": " + words.reason());
    }

    /** The gateway knew without asking WeCom that its channel can't say this. */
    private static boolean neverAsked(GatewayException refused) {
        return refused.code() == 0 && !refused.maybeSent();
    }

    private static OutboxRow later(OutboxRow words, GatewayException failure, boolean doubt, Instant now) {
        return words.after(words.attempts(), Outcome.WAITING, Reasons.refused(failure),
                again(words, failure, doubt, now));
    }

    /** When the next try is due; after what is too long to wait for, what is left of the time is used once more. */
    private static Instant again(OutboxRow words, GatewayException failure, boolean doubt, Instant now) {
        Duration pause = failure.remedy() == Remedy.BACK_OFF
                ? BUSY_PAUSE
                : doubt ? rarer(words, now) : pause(words.attempts());
        Instant again = now.plus(jittered(pause, words.id() * 31 + words.attempts()));
        Instant last = words.expires().minus(LAST_CHANCE);
        return again.isAfter(last) && last.isAfter(now.plus(BUSY_PAUSE)) ? last : again;
    }

    /** Each may say it once more. */
    private static Duration rarer(OutboxRow words, Instant now) {
        Duration since = Duration.between(words.route().unsure().orElse(now), now).multipliedBy(RARER);
        return since.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : since;
    }

    /** @param failures in a row, at least 1 */
    static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    static Duration jittered(Duration pause, long seed) {
        double share = new SplittableRandom(seed).nextDouble(JITTER);
        return pause.plusMillis(Math.round(pause.toMillis() * share));
    }

    /** A gateway that fails in a way of its own: nobody knows how far it came. */
    static GatewayException unforeseen(Throwable bug, int tries) {
        return new GatewayException(0, "通道出错 (the gateway failed): " + bug.getClass().getSimpleName(),
                tries < TRIES ? Remedy.RETRY : Remedy.DROP, true);
    }

    /** Nothing of WeCom's own was heard: whatever else leaves by this channel will hardly fare better. */
    static boolean isSilence(GatewayException failure) {
        return failure.remedy() == Remedy.RETRY && failure.code() == 0;
    }
}
