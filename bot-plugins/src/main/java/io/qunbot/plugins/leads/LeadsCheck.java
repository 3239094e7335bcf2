package io.qunbot.plugins.leads;

import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for mistakes in what an operator says about leads. */
final class LeadsCheck {

    private final LeadsSettings settings;
    private final PluginServices services;
    private final Problems problems;

    LeadsCheck(LeadsSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
    }

    void check() {
        Hand hand = settings.hand().value();
        Place place = settings.hand().place();
        if (hand.who().isEmpty()) {
            problems.error("L201", place, new Words("hand 没有写交给谁", "hand names nobody"),
                    new Words("例如 hand: { who: owner }", "for instance hand: { who: owner }"));
        }
        Stream.concat(hand.who().stream(), hand.next().stream())
                .forEach(post -> Tell.check(post, services, problems));
        settings.score().values().stream().filter(points -> points.value() <= 0).forEach(points -> problems.error(
                "L202", points.place(), new Words("分数要大于 0", "points have to be more than 0"), Words.NONE));
        if (settings.qualified().score() <= 0 || settings.qualified().evidence() <= 0) {
            problems.error("L202", place, new Words("qualified 的 score 和 evidence 都要大于 0",
                    "score and evidence of qualified have to be more than 0"), Words.NONE);
        }
        texts(hand);
    }

    private void texts(Hand hand) {
        Set<String> names = Vocabulary.names(services, LeadWords.NAMES.toArray(String[]::new));
        Stream.of(hand.text(), hand.opening()).flatMap(Optional<Located<Template>>::stream)
                .forEach(text -> Template.check(text, names, problems));
    }
}
