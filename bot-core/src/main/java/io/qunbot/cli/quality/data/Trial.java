package io.qunbot.cli.quality.data;

import java.util.List;

/** Rules, and what is asked of them. */
public record Trial(String name, List<Intent> intents, List<Query> queries) {

    public Trial {
        intents = List.copyOf(intents);
        queries = List.copyOf(queries);
    }
}
