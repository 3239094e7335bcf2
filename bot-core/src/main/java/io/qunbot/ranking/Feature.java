package io.qunbot.ranking;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What is looked at when a message is beside an entry. All are bounded or grow with a logarithm. */
enum Feature {
    MEANING(Family.MEANING, pair -> pair.rough().meaning()),
    SEVERAL(Family.MEANING, Comparison::several),
    CENTRE(Family.MEANING, pair -> pair.sentence().meaning().cosine(pair.item().centre())),
    /** Nearer than any other entry. */
    MEANING_LEAD(Family.MEANING, pair -> pair.rough().meaning() - pair.rivals().meaning()),
    ABOVE_CHAT(Family.TALK, pair -> pair.rough().meaning() - pair.asked().chat().nearest()),
    ABOVE_QUESTIONS(Family.TALK, pair -> pair.rough().meaning() - pair.asked().questions().nearest()),
    LETTERS(Family.LETTERS, pair -> pair.rough().letters()),
    LETTERS_LEAD(Family.LETTERS, pair -> pair.rough().letters() - pair.rivals().letters()),
    SOUNDS(Family.LETTERS, Comparison::sounds),
    ASKED_SHARED(Family.LETTERS, pair -> pair.sentence().letters().coveredBy(pair.variant().letters())),
    VARIANT_SHARED(Family.LETTERS, pair -> pair.variant().letters().coveredBy(pair.sentence().letters())),
    ASKED_SHARED_BY_ALL(Family.LETTERS, pair -> pair.sentence().letters().coveredBy(pair.item().letters())),
    ORDER(Family.LETTERS, pair -> Overlap.inOrder(pair.sentence().text(), pair.variant().text())),
    RUN(Family.LETTERS, pair -> Overlap.inOneRun(pair.sentence().text(), pair.variant().text())),
    ASKED_ECHOED(Family.WORDS, pair -> pair.echoes().there().covered()),
    VARIANT_ECHOED(Family.WORDS, pair -> pair.echoes().back().covered()),
    /** The word of the message that has no counterpart. */
    ASKED_STRANGEST(Family.WORDS, pair -> pair.echoes().there().strangest()),
    VARIANT_STRANGEST(Family.WORDS, pair -> pair.echoes().back().strangest()),
    ASKED_STRANGE(Family.WORDS, pair -> pair.echoes().there().strange()),
    LENGTH(Family.LENGTH, pair -> Math.log(Math.max(1, pair.sentence().text().length()))),
    LENGTH_APART(Family.LENGTH, pair -> Math.abs(Math.log(lengths(pair)))),
    SAME_FORM(Family.FORM, flag(pair -> hasForm(pair.sentence()) && sameForm(pair))),
    OTHER_FORM(Family.FORM, flag(pair -> hasForm(pair.sentence()) && hasForm(pair.variant()) && !sameForm(pair))),
    FORM_MISSING(Family.FORM, flag(pair -> hasForm(pair.sentence()) && !hasForm(pair.variant()))),
    FORM_LOST(Family.FORM, flag(pair -> !hasForm(pair.sentence()) && hasForm(pair.variant()))),
    DENIAL(Family.DENIAL, flag(pair -> pair.sentence().negative() != pair.variant().negative())),
    NUMBERS(Family.DENIAL,
            flag(pair -> hasNumbers(pair.sentence()) && hasNumbers(pair.variant()) && !sameNumbers(pair))),
    /** A number that the other side leaves open is a detail, no contradiction. */
    NUMBERS_ONE_SIDED(Family.LENGTH, flag(pair -> hasNumbers(pair.sentence()) != hasNumbers(pair.variant()))),
    ASKS(Family.FORM, flag(pair -> pair.sentence().asks())),
    TELLS(Family.FORM, flag(pair -> pair.variant().asks() && !pair.sentence().asks())),
    VARIANTS(Family.CATALOGUE, pair -> Math.log(pair.item().ask().size())),
    CATALOGUE(Family.CATALOGUE, pair -> Math.log(Math.max(1, pair.rivals().open()))),
    /** Nearer than questions of any kind are. */
    STANDOUT(Family.TALK, pair -> pair.asked().questions().standout(pair.rough().meaning())),
    STANDOUT_OF_SO_MANY(Family.TALK,
            pair -> pair.asked().questions().standout(pair.rough().meaning()) - pair.rivals().chance()),
    BEYOND_TALK(Family.TALK, pair -> pair.rivals().talk().rarity(pair.rough().meaning())),
    CHATTY(Family.TALK, pair -> pair.asked().chat().nearest() - pair.asked().questions().nearest()),
    ENTRY_CHATTY(Family.TALK, pair -> pair.item().chat().nearest()),
    ENTRY_COMMON(Family.TALK, pair -> pair.item().questions().nearest()),
    ABOVE_ENTRY_CHAT(Family.TALK, pair -> pair.rough().meaning() - pair.item().chat().nearest()),
    SAYS(Family.LENGTH, pair -> pair.sentence().tokens().says());

    private final Family family;
    /** Without a state of its own. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<Comparison> measure;

    Feature(Family family, ToDoubleFunction<Comparison> measure) {
        this.family = family;
        this.measure = measure;
    }

    private static ToDoubleFunction<Comparison> flag(Predicate<Comparison> holds) {
        return pair -> holds.test(pair) ? 1 : 0;
    }

    Family family() {
        return family;
    }

    double of(Comparison pair) {
        return measure.applyAsDouble(pair);
    }

    private static boolean hasForm(Sentence sentence) {
        return sentence.form() != Form.NONE;
    }

    private static boolean sameForm(Comparison pair) {
        return pair.sentence().form() == pair.variant().form();
    }

    private static boolean hasNumbers(Sentence sentence) {
        return !sentence.numbers().isEmpty();
    }

    private static boolean sameNumbers(Comparison pair) {
        return pair.sentence().numbers().equals(pair.variant().numbers());
    }

    private static double lengths(Comparison pair) {
        return Math.max(1.0, pair.sentence().text().length()) / Math.max(1, pair.variant().text().length());
    }
}
