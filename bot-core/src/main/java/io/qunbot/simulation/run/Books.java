package io.qunbot.simulation.run;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules that cases are run with. They are read once, and once more for each other set of colleagues' names.
 * Thread-safe.
 */
public final class Books {

    private final Map<String, Plugin<?>> plugins;
    private final SortedMap<String, byte[]> files;
    private final InstantSource today;
    private final Map<Map<MemberId, String>, RuleBook> books = new ConcurrentHashMap<>();

    /** @param today what day it is for whoever reads rules */
    public Books(Map<String, Plugin<?>> plugins, SortedMap<String, byte[]> files, InstantSource today) {
        this.plugins = plugins;
        this.files = files;
        this.today = today;
    }

    /** Reads the rules with nobody's name known. */
    public Reading read() {
        return read(Map.of());
    }

    /** The rules, every conversation being one of a profile. */
    public RuleBook of(String profile, Map<MemberId, String> names) {
        return books.computeIfAbsent(names, each -> read(each).book()).solely(profile);
    }

    /** The same, read again from the same files. */
    public RuleBook again(String profile, Map<MemberId, String> names) {
        return read(names).book().solely(profile);
    }

    private Reading read(Map<MemberId, String> names) {
        return new BookReader(plugins, member -> Optional.ofNullable(names.get(member)), today).read(files);
    }
}
