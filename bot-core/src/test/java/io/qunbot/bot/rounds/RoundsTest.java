package io.qunbot.bot.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Semaphore made = new Semaphore(0);

    @Test
    void aCallEndsThePause() throws InterruptedException {
        try (Rounds rounds = new Rounds("rounds", this::round)) {
            rounds.start();
            made.acquire();
            rounds.call();
            made.acquire();

            assertThat(rounds.isStopped()).isFalse();
        }
    }

    @Test
    void aCallDuringARoundIsNotLost() throws InterruptedException {
        Semaphore begun = new Semaphore(0);
        Semaphore goOn = new Semaphore(0);
        try (Rounds rounds = new Rounds("rounds", () -> {
            begun.release();
            goOn.acquireUninterruptibly();
            return round();
        })) {
            rounds.start();
            begun.acquire();
            rounds.call();
            goOn.release(2);
            made.acquire(2);
        }
        assertThat(made.availablePermits()).isZero();
    }

    @Test
    void noRoundBeginsOnceItIsClosed() {
        Rounds rounds = new Rounds("rounds", this::round);
        rounds.close();
        rounds.start();
        rounds.close();

        assertThat(rounds.isStopped()).isTrue();
        assertThat(made.availablePermits()).isZero();
    }

    private Duration round() {
        made.release();
        return NEVER;
    }
}
