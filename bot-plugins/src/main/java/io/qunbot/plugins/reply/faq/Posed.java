package io.qunbot.plugins.reply.faq;

import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Label;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A question in its catalogue, ready to be answered. */
public final class Posed {

    private static final double ALIKE = 0.4;

    private final FaqFile file;
    private final FaqQuestion question;
    private final Effect effect;

    private Posed(FaqFile file, Located<FaqQuestion> located) {
        this.file = file;
        this.question = located.value();
        String name = file.id() + "/" + question.id().map(Located::value).orElse("");
        this.effect = new Effect(new Label(name, name, located.place()), question.deed(), question.limits());
    }

    /** All questions of all files, in order. */
    static List<Posed> all(FaqSettings settings) {
        return settings.file().stream().flatMap(companion -> companion.content().questions().stream()
                .map(question -> new Posed(companion.content(), question))).toList();
    }

    /** What is done when it is meant. */
    public Effect effect() {
        return effect;
    }

    /** {@code product/offline} */
    public String name() {
        return effect.label().name();
    }

    /** As people read it. */
    public String words() {
        return question.ask().getFirst().value();
    }

    /** Who is in charge: a post or an account. */
    public Optional<String> owner() {
        return question.owner().or(file::owner);
    }

    /** Where the way of asking stands that a message is really like, and that is not it; empty when it is like none. */
    public Optional<Place> not(Normalized text) {
        return question.not().stream().filter(not -> likeness(not, text) >= ALIKE)
                .max(Comparator.comparingDouble(not -> likeness(not, text))).map(Located::place);
    }

    private static double likeness(Located<String> not, Normalized text) {
        return Bigrams.likeness(Normalizer.normalize(not.value()).core(), text.core());
    }

    FaqQuestion question() {
        return question;
    }
}
