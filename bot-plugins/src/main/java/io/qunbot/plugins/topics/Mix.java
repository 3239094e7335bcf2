package io.qunbot.plugins.topics;

import io.qunbot.plugin.Memory;
import io.qunbot.plugin.Share;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of what a group heard in the last thirty days was of which kind. */
final class Mix {

    private static final String KEY = "mix";
    private static final Duration MONTH = Duration.ofDays(30);

    record Entry(String kind, long at) {}

    record Said(List<Entry> entries) {}

    /** By the kinds' usual names. */
    private final Map<String, Share> shares = new HashMap<>();

    Mix(Map<String, Located<Share>> written) {
        written.forEach((name, share) -> shares.put(Kind.parse(name).name(), share.value()));
    }

    private static List<Entry> recent(Memory memory, Instant now) {
        long since = now.minus(MONTH).toEpochMilli();
        return memory.get(KEY, Said.class).map(Said::entries).orElse(List.of()).stream()
                .filter(entry -> entry.at() > since).toList();
    }

    /** Why one more of a kind would be too much; empty when it would not. */
    Optional<String> excess(Kind kind, Memory memory, Instant now) {
        Share share = shares.get(kind.name());
        if (share == null) {
            return Optional.empty();
        }
        List<Entry> recent = recent(memory, now);
        long same = recent.stream().filter(entry -> entry.kind().equals(kind.name())).count();
        return same + 1 <= share.of(recent.size() + 1)
                ? Optional.empty()
                : Optional.of("近 30 天说了 " + recent.size() + " 次," + kind.name() + " " + same + " 次,再说就超过 "
                        + share.percent() + "%");
    }

    /** A topic was said. */
    void said(Optional<Kind> kind, Memory memory, Instant now) {
        if (!shares.isEmpty()) {
            List<Entry> entries = new ArrayList<>(recent(memory, now));
            entries.add(new Entry(kind.map(Kind::name).orElse(""), now.toEpochMilli()));
            memory.put(KEY, new Said(entries));
        }
    }
}
