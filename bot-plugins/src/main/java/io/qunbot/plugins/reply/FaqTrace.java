package io.qunbot.plugins.reply;

import io.qunbot.plugins.reply.faq.Catalogue.Guess;
import io.qunbot.plugins.reply.faq.Threshold;
import io.qunbot.ranking.Candidate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Notes why the catalogue answered or did not. */
final class FaqTrace {

    private static final int SHOWN = 3;
    private static final int STRONGEST = 3;

    private FaqTrace() {}

    /** What was compared, and what came nearest. */
    static void guesses(Inquiry inquiry, List<Guess> guesses) {
        inquiry.chat().note(null, "比较用的文字:" + inquiry.text().core());
        if (guesses.isEmpty()) {
            inquiry.chat().note(null, "问答里没有相近的问法");
        }
        guesses.stream().limit(SHOWN).forEach(guess -> inquiry.chat().note(guess.question().effect().label().place(),
                confidence(guess) + " " + guess.question().name() + " “" + guess.opinion().variant() + "” 依据:"
                        + evidence(guess.opinion())));
    }

    static void sure(Inquiry inquiry, Guess guess, Threshold answer) {
        inquiry.chat().note(answer.place(),
                confidence(guess) + " ≥ " + number(answer) + ",回答 " + guess.question().name());
    }

    static void judged(Inquiry inquiry, Guess guess) {
        inquiry.chat().note(guess.question().effect().label().place(),
                confidence(guess) + ",评判模型选了 " + guess.question().name() + ",回答");
    }

    static void undecided(Inquiry inquiry) {
        inquiry.chat().note(null, "评判模型没有选出一个");
    }

    static void unsure(Inquiry inquiry, List<Guess> likely, Threshold answer, Threshold offer) {
        if (likely.isEmpty()) {
            inquiry.chat().note(offer.place(), "都不到 " + number(offer) + ",不回答");
        } else {
            inquiry.chat().note(answer.place(), confidence(likely.getFirst()) + " 不到 " + number(answer) + ",不直接回答");
        }
    }

    private static String evidence(Candidate candidate) {
        return candidate.evidence().stream().limit(STRONGEST)
                .map(each -> String.format(Locale.ROOT, "%s %+.2f", each.name(), each.weight()))
                .collect(Collectors.joining("、"));
    }

    private static String confidence(Guess guess) {
        return String.format(Locale.ROOT, "%.2f", guess.confidence());
    }

    private static String number(Threshold threshold) {
        return String.format(Locale.ROOT, "%.2f(%s)", threshold.value(), threshold.origin());
    }
}
