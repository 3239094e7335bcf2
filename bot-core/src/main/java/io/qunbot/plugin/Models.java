package io.qunbot.plugin;

import java.util.Optional;

/** The models outside the house that may be asked; none unless the configuration names them. */
public record Models(Optional<Embedder> embedder, Optional<Judge> judge) {

    /** Nothing leaves the house. */
    public static final Models NONE = new Models(Optional.empty(), Optional.empty());
}
