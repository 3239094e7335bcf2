package io.qunbot.bot;

import io.qunbot.bot.explain.Situation;
import io.qunbot.chat.Directory;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Preview;
import io.qunbot.outbox.Outbox;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.profile.BookReader;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
     * @throws NoSuchFileException when there is none
     * @throws DataFolder.Held when another process holds it
     */
    public static <T> T in(Path data, Function<Offline, T> question) throws IOException {
        if (!Files.isDirectory(data)) {
            throw new NoSuchFileException(data.toString());
        }
        try (DataFolder folder = DataFolder.take(data);
                Store store = Store.open(folder.store(), ThreadNames.writer())) {
            return question.apply(new Offline(store));
        }
    }

    public Status status() {
        return new Status(false, Version.NUMBER, "", new TreeMap<>(), List.of(), List.of(), new TreeMap<>(), List.of(),
                Map.of("chats", (long) store.chats().size(), "events", store.lastSeq()), store.outcomes(), List.of());
    }

    /**
     * Asks for what had no answer.
     *
     * @param days how many days back
     */
    public <T> List<T> unanswered(BotConfig config, int days, BiFunction<Unanswered, Instant, List<T>> question) {
        Unanswered unanswered = new Unanswered(store, Dispatcher.decoder(new Channels(config.channels())),
                Directory.EMPTY::nameOf);
        return question.apply(unanswered, InstantSource.system().instant().minus(Duration.ofDays(days)));
    }

    /** See {@link Archive#tail}. */
    public Optional<List<Archive.Line>> tail(BotConfig config, String group, int events) {
        return archive(config).tail(group, events);
    }

    /** See {@link Archive#groups}. */
    public List<Archive.Conversation> groups(BotConfig config) {
        return archive(config).groups();
    }

    /**
     * Explains with the rules that a start would put in force.
     *
     * @throws UncheckedIOException when the rule files can't be read
     */
    public <T> T explain(Home home, BotConfig config, Function<Situation, T> question) {
        InstantSource clock = InstantSource.system();
        Channels channels = new Channels(config.channels());
        BookReader reader = new BookReader(PluginLoader.load(home.plugins()), Directory.EMPTY::nameOf, clock);
        SortedMap<String, byte[]> files = files(home);
        Fallback rules = new Fallback(reader, store.goodFiles(), files, reader.read(files));
        Situation.InForce inForce = new Situation.InForce(rules.book(), rules.held(), rules.missing());
        Preview preview = new Preview(store, Directory.EMPTY, new Outbox(store, channels.gateways(), clock),
                new Quarantine(Quarantine.Limits.DEFAULT));
        return question.apply(new Situation(store, preview, () -> inForce, config.channels(), Directory.EMPTY,
                Dispatcher.decoder(channels), clock, _ -> 0));
    }

    private static SortedMap<String, byte[]> files(Home home) {
        try {
            return RuleFiles.read(home);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Archive archive(BotConfig config) {
        return new Archive(store, Dispatcher.decoder(new Channels(config.channels())));
    }

    /** @return the file */
    public Path backup(Path target) {
        store.backup(target);
        return target;
    }
}
