package io.qunbot.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The families that an operator's tags belong to. Immutable. */
public interface Families {

    /** Every tag stands for itself. */
    Families NONE = new Families() {
    };

    /** The other tags of an exclusive family, which a tag replaces. */
    default List<String> rivals(String tag) {
        return List.of();
    }

    /** How long a tag stays unless it is put on again; empty for good. */
    default Optional<Duration> keep(String tag) {
        return Optional.empty();
    }
}
