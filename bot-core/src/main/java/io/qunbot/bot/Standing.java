package io.qunbot.bot;

import io.qunbot.bot.publish.History;
import io.qunbot.chat.Directory;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.outbox.Terms;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.SortedMap;

/**
 * What a bot of this home goes by, for whoever looks ahead: its rules, who is known, and by which channels it speaks.
 *
 * @param ways the real channels; nothing was opened, and nobody may deliver by them
 */
public record Standing(RuleBook book, Directory people, Terms ways) {

    /**
     * Finds out on a copy of a store, which is written to.
     *
     * @param running whether a bot runs: its rules are those that it took over last; else those of the files count
     */
    public static Standing of(Home home, BotConfig config, Store copy, boolean running) {
        InstantSource clock = InstantSource.system();
        GroupDirectory directory = new GroupDirectory(copy);
        BookReader reader = new BookReader(PluginLoader.load(home.plugins()), directory::nameOf, clock);
        History history = new History(copy, config.versions());
        SortedMap<String, byte[]> kept = history.currentFiles();
        SortedMap<String, byte[]> files = running && !kept.isEmpty() ? kept : files(home);
        RuleBook book = Rules.of(reader, copy, clock, new RuleFiles.Scan(files), reader.read(files), history).state()
                .book();
        Channels channels = new Channels(config.channels(), clock);
        Terms ways = channels.terms(new AppApis(config.channels()).gateways(channels.gateways(), directory),
                new Tickets(copy, channels));
        return new Standing(book, directory, ways.with(home.rules()));
    }

    private static SortedMap<String, byte[]> files(Home home) {
        try {
            return RuleFiles.read(home);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
