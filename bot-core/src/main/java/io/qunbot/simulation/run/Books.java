package io.qunbot.simulation.run;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;

/** The rules that cases are run with, read once for all of them. Thread-safe. */
public final class Books {

    private final Map<String, Plugin<?>> plugins;
    private final SortedMap<String, byte[]> files;
    private final InstantSource today;
    private final Names names = new Names();
    private final Reading reading;

    /**
     * Reads the rules.
     *
     * @param today what day it is for whoever reads them
     */
    public Books(Map<String, Plugin<?>> plugins, SortedMap<String, byte[]> files, InstantSource today) {
        this.plugins = plugins;
        this.files = files;
        this.today = today;
        this.reading = again();
    }

    /** What reading the rules gave. */
    public Reading reading() {
        return reading;
    }

    /** The rules, every conversation being one of a profile. */
    public RuleBook of(String profile) {
        return reading.book().solely(profile);
    }

    /** Reads the same files again. */
    public Reading again() {
        return new BookReader(plugins, names::of, today).read(files);
    }

    /** What colleagues are called by the bots that this thread starts from now on. */
    void call(Map<MemberId, String> colleagues) {
        names.are(colleagues);
    }
}
