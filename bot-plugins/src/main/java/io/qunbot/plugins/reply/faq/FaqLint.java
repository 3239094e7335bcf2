package io.qunbot.plugins.reply.faq;

import io.qunbot.plugin.Sample;
import io.qunbot.ranking.Entry;
import io.qunbot.ranking.Ranker;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Companion;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks for questions that surprise: that another one would answer, that no test asks. Asks the very catalogue that answers. */
public final class FaqLint {

    /** Other wordings of a question are often no nearer to it than to its neighbour; only a near certainty is told. */
    private static final double SURELY = 0.95;

    /** Each way of asking is compared with all others: a larger catalogue would keep its operator waiting. */
    private static final int MOST_QUESTIONS = 1_000;
    private static final int MOST_ASKS = 6;

    private final FaqSettings settings;
    private final Catalogue catalogue;
    private final Problems findings;

    public FaqLint(FaqSettings settings, Catalogue catalogue, Problems findings) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    public void run(Sample sample) {
        List<Posed> questions = catalogue.questions();
        if (!sample.idle().isEmpty() && questions.size() <= MOST_QUESTIONS) {
            int most = questions.stream().mapToInt(posed -> posed.question().ask().size()).max().orElse(0);
            IntStream.range(0, Math.min(most, MOST_ASKS)).forEach(this::stolen);
        }
        sample.tested().ifPresent(this::untested);
    }

    /** Takes one way of asking out of every question, and asks it: whom the others lead to is who is nearer. */
    private void stolen(int left) {
        List<Posed> questions = catalogue.questions();
        Ranker others = Ranker.of(questions.stream().map(posed -> without(left, posed)).toList());
        for (int position = 0; position < questions.size(); position++) {
            List<Located<String>> asks = questions.get(position).question().ask();
            if (asks.size() > Math.max(1, left)) {
                stolen(asks.get(left), position, others);
            }
        }
    }

    private static Entry without(int left, Posed posed) {
        List<Located<String>> asks = posed.question().ask();
        return new Entry(posed.name(),
                IntStream.range(0, asks.size()).filter(index -> index != left || asks.size() == 1)
                        .mapToObj(index -> asks.get(index).value()).toList(),
                posed.question().not().stream().map(Located::value).toList());
    }

    private void stolen(Located<String> ask, int position, Ranker others) {
        others.rank(Normalizer.normalize(ask.value()), _ -> true).best().stream().limit(1)
                .filter(nearest -> nearest.entry() != position && nearest.confidence() >= SURELY)
                .forEach(nearest -> nearer(ask, catalogue.questions().get(nearest.entry())));
    }

    private void nearer(Located<String> ask, Posed other) {
        Place place = other.effect().label().place();
        String where = place.source().name() + ":" + place.line();
        findings.warn("R255", ask.place(),
                new Words("“" + ask.value() + "”更像 " + other.name() + "(" + where + ")的问法",
                        "'" + ask.value() + "' is nearer to " + other.name() + " (" + where + ")"),
                new Words("合成一条;意思真的不同,就换个说法,并把它写进另一条的 not",
                        "make one of the two; if they differ, word it otherwise and put it under not of the other"));
    }

    private void untested(List<String> lines) {
        double enough = catalogue.thresholds().answer().value();
        Set<Posed> met = lines.stream().map(Normalizer::normalize)
                .flatMap(line -> catalogue.meant(line, _ -> true).stream().limit(1))
                .filter(guess -> guess.confidence() >= enough).map(Catalogue.Guess::question)
                .collect(Collectors.toSet());
        for (Companion<FaqFile> file : settings.file()) {
            boolean tested = met.stream()
                    .anyMatch(posed -> posed.effect().label().place().source().name().equals(file.file()));
            if (!tested && !file.content().questions().isEmpty()) {
                Place first = file.content().questions().getFirst().place();
                findings.warn("R333", new Place(first.source(), 1, 1, 1),
                        new Words("没有一个测试问到这份问答里的问题", "no test asks a question of this catalogue"),
                        new Words("在 rules/tests/ 里至少问一句", "ask one of them in rules/tests/"));
            }
        }
    }
}
