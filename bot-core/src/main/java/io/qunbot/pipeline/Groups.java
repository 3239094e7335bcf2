package io.qunbot.pipeline;

import io.qunbot.plugin.Unclaimed;
import java.time.Instant;
import java.util.List;

/** All groups that the bot knows. */
@FunctionalInterface
public interface Groups {

    /** There are none. */
    Groups NONE = _ -> List.of();

    /** Those that no profile asks for and in which something happened since a time, the newest first. */
    List<Unclaimed> unclaimed(Instant since);
}
