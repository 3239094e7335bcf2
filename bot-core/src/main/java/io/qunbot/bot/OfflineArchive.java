package io.qunbot.bot;

import io.qunbot.bot.archive.ImportReport;
import io.qunbot.bot.archive.Importer;
import io.qunbot.bot.archive.Reopened;
import io.qunbot.bot.archive.Reopening;
import io.qunbot.bot.archive.Sources;
import io.qunbot.bot.archive.consent.Asking;
import io.qunbot.bot.archive.consent.Consents;
import io.qunbot.bot.archive.consent.Keepings;
import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.bot.archive.media.MediaFolder;
import io.qunbot.bot.archive.media.MediaList;
import io.qunbot.bot.archive.media.MediaTidy;
import io.qunbot.bot.evidence.Erased;
import io.qunbot.bot.evidence.Eraser;
import io.qunbot.bot.evidence.Verifying;
import io.qunbot.bot.reading.ReadingRoom;
import io.qunbot.bot.reading.Visit;
import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.chat.Decoder;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Recorder;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What was said, and what was kept of it, while nothing runs. */
public final class OfflineArchive {

    private final Store store;

    OfflineArchive(Store store) {
        this.store = store;
    }

    /**
     * Reads files of a session archive in, as far as the rules that a start would put in force let them be kept.
     *
     * @param channel empty for the archive that is configured
     * @param watch is given the importer before it begins
     */
    public ImportReport bringIn(Home home, BotConfig config, String channel, List<Path> files,
            Consumer<Importer> watch) {
        InstantSource clock = InstantSource.system();
        GroupDirectory directory = new GroupDirectory(store);
        Screen screen = screen(home, directory, clock);
        Importer importer = new Importer(Recorder.of(store, directory),
                new Channels(config.channels(), clock).archive(channel), screen, clock);
        watch.accept(importer);
        return importer.run(files);
    }

    private Screen screen(Home home, GroupDirectory directory, InstantSource clock) {
        RuleBook book = new LastRules(store).atStart(home).book();
        return new Screen(new Keepings(() -> book, store, directory)::of, new Consents(store.keeps()::consents),
                Asking.NOBODY, clock);
    }

    /** Opens what was sealed and can be opened with the keys of the configuration. */
    public List<Reopened> decode(Home home, BotConfig config) {
        InstantSource clock = InstantSource.system();
        GroupDirectory directory = new GroupDirectory(store);
        List<Reopened> all = new ArrayList<>();
        Sources.of(config.channels(), home).forEach((id, archive) -> {
            try {
                all.add(new Reopening(id, screen(home, directory, clock), store, Recorder.of(store, directory), clock)
                        .run(archive.opener().get(), _ -> false));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        return all;
    }

    /**
     * What pictures and files there are.
     *
     * @param data the data folder
     */
    public MediaList media(Path data) {
        return new MediaList(store, data);
    }

    /** See {@link ArchiveSearch}; the index is brought up to the store first. */
    public <T> T searching(BotConfig config, Path data, Function<ArchiveSearch, T> question) {
        try (ArchiveSearch search = new ArchiveSearch(store, decoder(config), new GroupDirectory(store), data,
                ZoneId.systemDefault())) {
            return question.apply(search);
        }
    }

    /** Reads what was said as a running bot would let it be read. */
    public <T> T reading(Home home, BotConfig config, Path data, Function<ReadingRoom, T> question) {
        return searching(config, data, search -> question.apply(new ReadingRoom(store, search,
                new Archive(store, decoder(config)), new LastRules(store).masks(home, config),
                InstantSource.system())));
    }

    /** See {@link ReadingRoom#visits}. */
    public List<Visit> visits(Instant since, int most) {
        return ReadingRoom.visits(store, since, most);
    }

    /** Proves that nothing was changed. */
    public Verifying verifying() {
        return new Verifying(store, new GroupDirectory(store));
    }

    /** Erases what a member said; there is no cache that would know it, and the index is brought up to the store. */
    public Erased erase(BotConfig config, Path data, Eraser.Wish wish) {
        return searching(config, data, search -> new Eraser(store, decoder(config), data, new Eraser.Beside() {
            @Override
            public void changed() {
                // nobody has read it
            }

            @Override
            public void forget() {
                search.forget();
                try {
                    new MediaTidy(store, new MediaFolder(data)).forget();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }).erase(wish));
    }

    /** Reads the journal of a bot with these channels. */
    static Decoder decoder(BotConfig config) {
        return Dispatcher.decoder(new Channels(config.channels(), InstantSource.system()));
    }
}
