package io.qunbot.bot;

import io.qunbot.bot.publish.History;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.SortedMap;

/** The rules that a store goes by while nothing runs. */
record LastRules(Store store) {

    /** The rules that were in force last, or those that lie there when none ever were. */
    RuleBook book(Home home, BotConfig config) {
        SortedMap<String, byte[]> last = new History(store, config.versions()).currentFiles();
        return reader(home).read(last.isEmpty() ? files(home) : last).book();
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
