package io.qunbot.bot;

import io.qunbot.bot.publish.History;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.function.Function;

/** The rules that a store goes by while nothing runs. */
record LastRules(Store store) {

    /** The rules that were in force last, or those that lie there when none ever were. */
    RuleBook book(Home home, BotConfig config) {
        SortedMap<String, byte[]> last = new History(store, config.versions()).currentFiles();
        return reader(home).read(last.isEmpty() ? files(home) : last).book();
    }

    /** What they hide of a conversation; they are read when somebody is first shown something. */
    Function<LaneRow, Masks> masks(Home home, BotConfig config) {
        RuleBook[] book = new RuleBook[1];
        return lane -> {
            if (book[0] == null) {
                book[0] = book(home, config);
            }
            return Archives.masks(book[0], lane);
        };
    }

    /** The rules that were in force last; none when none ever were. */
    RuleBook published(Home home, BotConfig config) {
        return reader(home).read(new History(store, config.versions()).currentFiles()).book();
    }

    /** The rules that a start would put in force. */
    Fallback atStart(Home home) {
        BookReader reader = reader(home);
        SortedMap<String, byte[]> files = files(home);
        return new Fallback(reader, store.books().goodFiles(), files, reader.read(files));
    }

    private static SortedMap<String, byte[]> files(Home home) {
        try {
            return RuleFiles.read(home);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private BookReader reader(Home home) {
        return new BookReader(PluginLoader.load(home.plugins()), new GroupDirectory(store)::nameOf,
                InstantSource.system());
    }
}
