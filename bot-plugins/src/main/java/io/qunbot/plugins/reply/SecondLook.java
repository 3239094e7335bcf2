package io.qunbot.plugins.reply;

import io.qunbot.plugin.Judge;
import io.qunbot.plugins.reply.faq.Catalogue.Guess;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Has a judge choose among what would be offered, if the configuration names one. It never words an answer. */
final class SecondLook {

    private final Optional<Judge> judge;

    SecondLook(Optional<Judge> judge) {
        this.judge = judge;
    }

    /** Which one was meant; empty when it is none of them, nobody knows, or there is no judge. */
    Optional<Guess> of(Inquiry inquiry, List<Guess> likely) {
        if (judge.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt chosen = judge.get().choose(inquiry.text().core(),
                likely.stream().map(guess -> guess.question().words()).toList());
        if (chosen.isEmpty() || chosen.getAsInt() < 0 || chosen.getAsInt() >= likely.size()) {
            FaqTrace.undecided(inquiry);
            return Optional.empty();
        }
        return Optional.of(likely.get(chosen.getAsInt()));
    }
}
