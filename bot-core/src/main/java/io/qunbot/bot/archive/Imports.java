package io.qunbot.bot.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The import that runs beside a bot, one at a time. Thread-safe. */
public final class Imports {

    private final Function<String, Importer> importers;
    private final AtomicReference<Optional<Importer>> current = new AtomicReference<>(Optional.empty());

    /** @param importers make one for a channel */
    public Imports(Function<String, Importer> importers) {
        this.importers = importers;
    }

    /** Begins an import. @return false when one is under way */
    public synchronized boolean begin(String channel, List<Path> files) {
        if (current.get().filter(running -> !running.progress().done()).isPresent()) {
            return false;
        }
        Importer importer = importers.apply(channel);
        current.set(Optional.of(importer));
        Thread.ofPlatform().name("import").daemon().start(() -> importer.run(files));
        return true;
    }

    /** How far the last one is; empty when there was none. */
    public Optional<ImportReport> progress() {
        return current.get().map(Importer::progress);
    }
}
