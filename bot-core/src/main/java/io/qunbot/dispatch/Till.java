package io.qunbot.dispatch;

import io.qunbot.chat.Charge;
import io.qunbot.store.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where an answer is paid for that goes back with the delivery. */
interface Till {

    /** Nothing costs anything: for replays, which say nothing to anybody. */
    Till NONE = new Till() {
        @Override
        public Ledger.Verdict take(List<Charge> charges) {
            return new Ledger.Verdict(List.of(), Optional.empty(), Instant.MIN);
        }

        @Override
        public int count(String purse, Duration within) {
            return 0;
        }
    };

    Ledger.Verdict take(List<Charge> charges);

    /** How often a budget was used within a time. */
    int count(String purse, Duration within);

    /** Takes what it is asked for. */
    static Till of(Ledger ledger, Instant now) {
        return over(ledger, now, ledger::take);
    }

    /** Says what it would do, and takes nothing. */
    static Till glass(Ledger ledger, Instant now) {
        return over(ledger, now, ledger::look);
    }

    private static Till over(Ledger ledger, Instant now,
            BiFunction<List<Charge>, Instant, Ledger.Verdict> taking) {
        return new Till() {
            @Override
            public Ledger.Verdict take(List<Charge> charges) {
                return taking.apply(charges, now);
            }

            @Override
            public int count(String purse, Duration within) {
                return ledger.count(purse, within, now);
            }
        };
    }
}
