package io.qunbot.cli.quality;

import io.qunbot.chat.Content;
import io.qunbot.cli.quality.data.Intent;
import io.qunbot.plugin.QuestionLimits;
import io.qunbot.ranking.Candidate;
import io.qunbot.ranking.Entry;
import io.qunbot.ranking.Ranker;
import io.qunbot.ranking.VectorRanker;
import io.qunbot.text.Normalized;
import java.util.List;

/** The matcher of a bot whose only catalogue are these intents. Thread-safe. */
public final class Answerer {

    private static final int KEPT = 3;

    private final List<Intent> intents;
    private final VectorRanker ranker;
    private final Vectors vectors;

    /** Heavy: the ranker is made here. */
    public Answerer(List<Intent> intents, Vectors vectors) {
        this.intents = List.copyOf(intents);
        this.vectors = vectors;
        ranker = VectorRanker.of(Ranker.of(intents.stream()
                .map(intent -> new Entry(intent.name(), intent.questions(), List.of())).toList()), vectors.all());
    }

    /** What a bot takes a message for that somebody typed. */
    public Opinion of(String typed) {
        return QuestionLimits.USUAL.read(new Content.Text(typed)).map(this::of).orElse(new Opinion(List.of()));
    }

    private Opinion of(Normalized text) {
        return new Opinion(ranker.rank(text, () -> vectors.of(text), _ -> true).best().stream().limit(KEPT)
                .map(this::guess).toList());
    }

    private Opinion.Guess guess(Candidate candidate) {
        return new Opinion.Guess(intents.get(candidate.entry()).name(), candidate.confidence());
    }
}
