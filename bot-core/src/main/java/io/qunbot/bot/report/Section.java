package io.qunbot.bot.report;

import java.util.Optional;

/** Makes one section of a report. */
@FunctionalInterface
public interface Section {

    /** @return empty when there is nothing that it could tell of */
    Optional<Part> of(Material material);
}
