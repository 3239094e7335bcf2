package io.qunbot.plugins.reply;

import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Occasion.Effect;
import io.qunbot.plugins.reply.faq.FaqQuestion;
import io.qunbot.yaml.Located;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What rules and questions do when somebody says something. */
final class Deeds {

    private Deeds() {}

    static List<Occasion> of(ReplySettings settings) {
        Stream<Occasion> questions = settings.faq().stream().flatMap(faq -> faq.value().file().stream())
                .flatMap(file -> file.content().questions().stream()).map(Deeds::question);
        return Stream.concat(settings.rules().stream().map(Deeds::rule), questions).toList();
    }

    private static Occasion rule(Located<Rule> located) {
        Rule rule = located.value();
        boolean unaddressed = rule.when().stream().anyMatch(condition -> !condition.value().mention());
        return new Occasion(new Located<>(rule.name(), rule.id().map(Located::place).orElse(located.place())),
                new Occasion.Heard(unaddressed),
                effects(!rule.say().isEmpty(), rule.tell().isPresent(), rule.mode()), rule.in());
    }

    /** No question can ask for a mention, so there would be nothing to mend. */
    private static Occasion question(Located<FaqQuestion> located) {
        FaqQuestion question = located.value();
        return new Occasion(question.id().orElse(new Located<>("", located.place())), new Occasion.Heard(false),
                effects(!question.say().isEmpty(), question.tell().isPresent(), question.mode()), question.in());
    }

    private static Set<Effect> effects(boolean says, boolean tells, Optional<Mode> mode) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        if (mode.filter(Mode.WATCH::equals).isPresent()) {
            return effects;
        }
        if (says) {
            effects.add(Effect.SAY);
        }
        if (tells) {
            effects.add(Effect.TELL);
        }
        if (says && mode.filter(Mode.DRAFT::equals).isPresent()) {
            effects.add(Effect.DRAFT);
        }
        return effects;
    }
}
