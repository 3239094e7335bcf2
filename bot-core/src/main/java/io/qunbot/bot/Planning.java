package io.qunbot.bot;

import io.qunbot.bot.plan.Plan;
import io.qunbot.bot.plan.Planner;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import io.qunbot.yaml.Severity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Holds other rules against those that run, over what was archived. Nobody outside the house is asked: where a
 * model would be, its answer counts as not given.
 */
record Planning(Versions versions, Store store, Decoder decoder, Map<String, Plugin<?>> plugins, InstantSource clock) {

    /**
     * What would be different.
     *
     * @param from a version as {@link Versions#diff} takes it; {@code to} likewise. Edits that are in force already,
     *            as they are moments after a file was saved, are held against the version before
     * @param days how many days back
     */
    Plan of(String from, String to, int days) {
        String base = versions.base(from, to);
        RuleBook running = book(versions.files(base), base);
        RuleBook edited = book(versions.files(to), to);
        try (ExecutorService second = Executors.newSingleThreadExecutor(ThreadNames.plan().factory())) {
            return new Planner(store, decoder, Directory.EMPTY, running, edited, second)
                    .since(clock.instant().minus(Duration.ofDays(days)));
        }
    }

    private RuleBook book(SortedMap<String, byte[]> files, String version) {
        Reading reading = new BookReader(plugins, Directory.EMPTY::nameOf, clock).read(files);
        long errors = reading.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).count();
        if (errors > 0) {
            throw new Refused(name(version, "zh") + "有 " + errors + " 处错误,先用 ./qunbot check 改好",
                    name(version, "en") + " has " + errors + " mistakes: mend them first, see ./qunbot check");
        }
        return reading.book();
    }

    private static String name(String version, String language) {
        boolean disk = version.equals(Versions.DISK);
        return language.equals("zh")
                ? disk ? "rules/ 里现在的文件" : "版本 " + version + " "
                : disk ? "what lies in rules/" : "version " + version;
    }
}
