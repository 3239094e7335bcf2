package io.qunbot.bot;

import io.qunbot.bot.archive.Importer;
import io.qunbot.bot.archive.Imports;
import io.qunbot.bot.archive.Pullers;
import io.qunbot.bot.archive.Sources;
import io.qunbot.bot.archive.consent.Asking;
import io.qunbot.bot.archive.consent.Consents;
import io.qunbot.bot.archive.consent.Keepings;
import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.bot.archive.media.MediaKeeper;
import io.qunbot.bot.archive.media.MediaList;
import io.qunbot.bot.evidence.Eraser;
import io.qunbot.bot.evidence.Retention;
import io.qunbot.bot.evidence.Sealer;
import io.qunbot.bot.evidence.Verifying;
import io.qunbot.bot.reading.ReadingRoom;
import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.chat.Decoder;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a running bot does with all that was said: it brings session archives in, fetches their media, lets people read
 * and find, proves that nothing was changed, and forgets.
 */
final class Archives implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Archives.class);
    private static final Duration MEDIA = Duration.ofMinutes(1);

    private final House house;
    private final Archive archive;
    private final ArchiveSearch search;
    private final ReadingRoom reading;
    private final Sealer sealer;
    private final Eraser eraser;
    private final Pullers pullers;
    private final Imports imports;
    private final MediaKeeper media;

    /** What of the bot they work with. */
    record House(Home home, DataFolder folder, Store store, GroupDirectory directory, Channels channels,
            Dispatcher dispatcher, Supplier<RuleBook> book, Notices notices, InstantSource clock) {

        Decoder decoder() {
            return Dispatcher.decoder(channels);
        }
    }

    Archives(BotConfig config, House house) {
        this.house = house;
        Store store = house.store();
        Supplier<RuleBook> book = house.book();
        InstantSource clock = house.clock();
        archive = new Archive(store, house.decoder());
        Keepings keepings = new Keepings(book, store, house.directory());
        Consents consents = new Consents(store.keeps()::consents);
        Function<Asking, Screen> screens = asking -> new Screen(keepings::of, consents, asking, clock);
        imports = new Imports(channel -> new Importer(house.dispatcher().recorder(), channel,
                screens.apply(Asking.NOBODY), clock));
        pullers = new Pullers(Sources.of(config.channels(), house.home()),
                new Pullers.Desk(store, house.dispatcher().recorder(), screens, clock, house.notices()::archive));
        media = new MediaKeeper(new MediaKeeper.Place(store, house.folder().path(), config.media().budget()),
                Sources.media(config.channels(), house.home()), keepings::of, clock);
        search = new ArchiveSearch(store, house.decoder(), house.directory(), house.folder().path(),
                ZoneId.systemDefault());
        reading = new ReadingRoom(store, search, archive, lane -> masks(book.get(), lane), clock);
        sealer = new Sealer(store, new Retention(store, clock,
                (chat, name) -> book.get().profileOf(chat, name).keeps(), house.dispatcher()::expire));
        eraser = new Eraser(store, house.decoder(), house.folder().path(), new Written());
    }

    /** Begins to follow what is written. */
    void start() {
        search.start();
        sealer.start();
    }

    /** Begins to bring archives in. */
    void pull() {
        pullers.start();
        media.start();
    }

    /** What is not in yet comes after the next start. */
    void stopPulling() {
        pullers.close();
        media.close();
    }

    /** What was counted since the start, by name. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>(pullers.counts());
        counts.putAll(media.counts());
        return counts;
    }

    Archive archive() {
        return archive;
    }

    /** What brings archives in by itself. */
    Pullers pullers() {
        return pullers;
    }

    /** What brings archives in from files. */
    Imports imports() {
        return imports;
    }

    /** What a profile hides of a conversation. */
    static Masks masks(RuleBook book, LaneRow lane) {
        return lane.chat().map(chat -> book.profileOf(chat, lane.firstName()).masks()).orElse(Masks.NONE);
    }

    /** Where people read what was said. */
    ReadingRoom reading() {
        return reading;
    }

    /** Finds what was said. */
    ArchiveSearch search() {
        return search;
    }

    /** Proves that nothing was changed. */
    Verifying verifying() {
        return new Verifying(house.store(), house.directory());
    }

    /** Erases what a member said. */
    Eraser eraser() {
        return eraser;
    }

    /** What fetches pictures and files. */
    MediaKeeper media() {
        return media;
    }

    /** What pictures and files there are. */
    MediaList mediaList() {
        return new MediaList(house.store(), house.folder().path());
    }

    /** Tries again what could not be fetched. @return how many */
    int mediaAgain() {
        int count = mediaList().again(house.clock().instant());
        media.call();
        return count;
    }

    @Override
    public void close() {
        sealer.close();
        search.close();
    }

    /** What is in memory of what was erased. */
    private final class Written implements Eraser.Beside {
        @Override
        public void changed() {
            house.dispatcher().distrust();
            house.directory().forget();
        }

        @Override
        public void forget() {
            search.forget();
            media.forget().orTimeout(MEDIA.toSeconds(), TimeUnit.SECONDS).exceptionally(late -> {
                log.warn("media of what was erased go later: {}", String.valueOf(late));
                return 0;
            }).join();
        }
    }
}
