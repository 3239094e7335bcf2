package io.qunbot.bot;

import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A data folder while nothing runs: held under its lock, asked, and let go. */
public final class Offline {

    private final Store store;

    private Offline(Store store) {
        this.store = store;
    }

    /**
     * Asks something of a data folder.
     *
     * @throws UncheckedIOException when another process holds it, or there is none
     */
    public static <T> T in(Path data, Function<Offline, T> question) {
        try {
            if (!Files.isDirectory(data)) {
                throw new IOException("there is no data folder " + data + " yet");
            }
            try (DataFolder folder = DataFolder.take(data);
                    Store store = Store.open(folder.store(), ThreadNames.writer())) {
                return question.apply(new Offline(store));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Status status() {
        return new Status(false, Version.NUMBER, "", new TreeMap<>(), List.of(), List.of(), new TreeMap<>(), List.of(),
                Map.of("chats", (long) store.chats().size(), "events", store.lastSeq()), store.outcomes(), List.of());
    }

    /** See {@link Archive#tail}. */
    public Optional<List<Archive.Line>> tail(BotConfig config, String group, int events) {
        return new Archive(store, io.qunbot.dispatch.Dispatcher.decoder(new Channels(config.channels()))).tail(group,
                events);
    }

    /** @return the file */
    public Path backup(Path target) {
        store.backup(target);
        return target;
    }
}
