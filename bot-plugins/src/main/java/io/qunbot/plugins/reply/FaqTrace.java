package io.qunbot.plugins.reply;

import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.plugins.reply.faq.Catalogue.Closed;
import io.qunbot.plugins.reply.faq.Catalogue.Guess;
import io.qunbot.plugins.reply.faq.Threshold;
import io.qunbot.ranking.Candidate;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Notes why the catalogue answered or did not. */
final class FaqTrace {

    private static final int SHOWN = 3;
    private static final int STRONGEST = 3;
    private static final String CONFIDENCE = "confidence";
    private static final String THRESHOLD = "threshold";
    private static final Map<String, String> ENGLISH = Map.of("意思", "meaning", "字面和读音", "letters and sounds",
            "每个词有没有着落", "each word's counterpart", "问的是什么", "what is asked", "否定和数字", "denial and numbers",
            "像不像闲聊", "like idle talk", "长短", "length", "条目和问法的多少", "size of the catalogue");

    private FaqTrace() {}

    /** What came nearest. */
    static void guesses(Inquiry inquiry, List<Guess> guesses) {
        if (guesses.isEmpty()) {
            inquiry.chat().note(Finding.of(Kind.UNSURE, "问答里没有相近的问法", "nothing in the catalogue comes near"));
        }
        guesses.stream().limit(SHOWN)
                .forEach(guess -> inquiry.chat().note(of(Kind.COMPARED, guess, () -> compared(guess))));
    }

    private static Words compared(Guess guess) {
        String zh = confidence(guess) + " “" + guess.opinion().variant() + "” 依据:";
        String en = confidence(guess) + " '" + guess.opinion().variant() + "' because of: ";
        return guess.confidence() == 0
                ? new Words("更像它的 not 里的问法,所以不算", "nearer to one of its 'not'")
                : new Words(zh + evidence(guess.opinion(), false), en + evidence(guess.opinion(), true));
    }

    /** What comes near and may not be answered; for whoever explains. */
    static void closed(Inquiry inquiry, List<Closed> closed, Threshold least, Traced traced) {
        closed.stream().filter(each -> each.guess().confidence() >= least.value())
                .forEach(each -> inquiry.chat().note(traced.refused(each.guess().question().effect(), each.refusal())
                        .with(CONFIDENCE, each.guess().confidence())));
    }

    /** What comes near and is excluded by its own `not`; for whoever explains. */
    static void excluded(Inquiry inquiry, List<Guess> guesses) {
        for (Guess guess : guesses) {
            Optional<Place> not = guess.confidence() > 0 ? Optional.empty() : guess.question().not(inquiry.text());
            not.ifPresent(place -> inquiry.chat().note(
                    of(Kind.REFUSED, guess, () -> compared(guess)).because(() -> Optional.of(place))));
        }
    }

    static void sure(Inquiry inquiry, Guess guess, Threshold answer) {
        inquiry.chat().note(against(of(Kind.ACTS, guess, () -> {
            String sure = confidence(guess) + " ≥ " + number(answer);
            return new Words(sure + ",回答 " + guess.question().name(), sure + ", answers " + guess.question().name());
        }), answer));
    }

    static void judged(Inquiry inquiry, Guess guess) {
        inquiry.chat().note(of(Kind.ACTS, guess,
                () -> new Words(confidence(guess) + ",评判模型选了 " + guess.question().name() + ",回答",
                        confidence(guess) + ", the judge chose " + guess.question().name())));
    }

    static void undecided(Inquiry inquiry) {
        inquiry.chat().note(Finding.of(Kind.UNSURE, "评判模型没有选出一个", "the judge chose none"));
    }

    /** Sure enough, and nobody asked. */
    static void told(Inquiry inquiry, Guess guess) {
        inquiry.chat().note(of(Kind.REFUSED, guess,
                () -> new Words("说到了这件事,但不像提问,也没有 @ 机器人,不答",
                        "it is about this, but looks like no question, and the bot is not @-ed")));
    }

    static void unsure(Inquiry inquiry, List<Guess> guesses, List<Guess> likely, Threshold answer, Threshold offer) {
        if (likely.isEmpty()) {
            inquiry.chat().note(against(nearest(guesses, () -> tooFar(guesses, offer)), offer));
        } else {
            Guess best = likely.getFirst();
            inquiry.chat().note(against(of(Kind.UNSURE, best,
                    () -> new Words(confidence(best) + " 不到 " + number(answer) + ",不直接回答",
                            confidence(best) + " is less than " + number(answer) + ": no answer")),
                    answer));
        }
    }

    private static Words tooFar(List<Guess> guesses, Threshold offer) {
        String best = guesses.isEmpty() ? "" : confidence(guesses.getFirst());
        return new Words("都不到 " + number(offer) + ",不回答" + (best.isEmpty() ? "" : ";最像的只有 " + best),
                "none reaches " + number(offer) + (best.isEmpty() ? "" : "; the nearest has " + best));
    }

    private static Finding nearest(List<Guess> guesses, Supplier<Words> words) {
        return guesses.isEmpty() ? Finding.of(Kind.UNSURE, words) : of(Kind.UNSURE, guesses.getFirst(), words);
    }

    private static Finding of(Kind kind, Guess guess, Supplier<Words> words) {
        return Traced.of(kind, guess.question().effect(), words).with(CONFIDENCE, guess.confidence());
    }

    private static Finding against(Finding finding, Threshold threshold) {
        return finding.because(() -> Optional.ofNullable(threshold.place())).with(THRESHOLD, threshold.value());
    }

    private static String evidence(Candidate candidate, boolean english) {
        return candidate.evidence().stream().limit(STRONGEST)
                .map(each -> String.format(Locale.ROOT, "%s %+.2f",
                        english ? ENGLISH.getOrDefault(each.name(), each.name()) : each.name(), each.weight()))
                .collect(Collectors.joining(english ? ", " : "、"));
    }

    private static String confidence(Guess guess) {
        return String.format(Locale.ROOT, "%.2f", guess.confidence());
    }

    private static String number(Threshold threshold) {
        return String.format(Locale.ROOT, "%.2f(%s)", threshold.value(), threshold.origin());
    }
}
