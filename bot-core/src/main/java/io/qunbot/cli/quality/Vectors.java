package io.qunbot.cli.quality;

import io.qunbot.chat.Content;
import io.qunbot.cli.quality.data.Trial;
import io.qunbot.plugin.Embedder;
import io.qunbot.plugin.QuestionLimits;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an embedder makes of all that a trial is about, by text. It is made beforehand, so that a measurement does not
 * depend on how busy a server is. Immutable.
 */
public final class Vectors {

    /** Words alone. */
    static final Vectors NONE = new Vectors(Map.of());

    private final Map<String, float[]> made;

    private Vectors(Map<String, float[]> made) {
        this.made = made;
    }

    /** Asks as long as there are answers; empty when some text was left out. */
    public static Optional<Vectors> of(Trial trial, Embedder embedder) {
        Set<String> missing = texts(trial).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, float[]> made = new HashMap<>();
        boolean going = true;
        while (going && !missing.isEmpty()) {
            Map<String, float[]> more = embedder.embedAll(missing);
            made.putAll(more);
            going = missing.removeAll(more.keySet());
        }
        return missing.isEmpty() ? Optional.of(new Vectors(made)) : Optional.empty();
    }

    private static Stream<String> texts(Trial trial) {
        return Stream.concat(
                trial.intents().stream().flatMap(intent -> intent.questions().stream()).map(Normalizer::normalize),
                trial.queries().stream().map(query -> new Content.Text(query.text()))
                        .flatMap(text -> QuestionLimits.USUAL.read(text).stream()))
                .map(Normalized::core).filter(core -> !core.isEmpty());
    }

    Map<String, float[]> all() {
        return made;
    }

    Optional<float[]> of(Normalized text) {
        return Optional.ofNullable(made.get(text.core()));
    }
}
