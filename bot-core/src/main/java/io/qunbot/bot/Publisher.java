package io.qunbot.bot;

import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.FolderWatch;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.bot.publish.Settling;
import io.qunbot.rota.RotaFiles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that rules take effect soon after they were saved. Woken by the file system, and since that is silent
 * now and then, it looks every second, too. Whatever changes the rules goes through here, one thing at a time.
 */
final class Publisher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(100);
    private static final int COUNTS_EVERY = 10;
    /** Stands for what cannot be read. */
    private static final byte[] HIDDEN = {1};

    private final Home home;
    private final Rules rules;
    private final Notices notices;
    private final InstantSource clock;
    private final Settling settling;
    private final FolderWatch folders = FolderWatch.open();
    private Optional<Thread> thread = Optional.empty();
    private volatile boolean closed;

    /** @param read the files as they were read last */
    Publisher(Home home, Rules rules, RuleFiles.Scan read, Notices notices, InstantSource clock) {
        this.home = home;
        this.rules = rules;
        this.notices = notices;
        this.clock = clock;
        this.settling = new Settling(seen(read));
    }

    /**
     * Says how the start went, and begins to watch.
     *
     * @param watches whether files that changed are read without being told to
     */
    void start(boolean watches) {
        notices.taken(new Rules.Taken(rules.state(), RuleVersion.Change.NONE), Cause.START);
        if (!watches) {
            return;
        }
        thread = Optional.of(Thread.ofPlatform().name("rules").daemon().start(this::watch));
    }

    /** Takes over the files as they are now. */
    synchronized Rules.Taken reload(Cause cause) {
        RuleFiles.Scan scan = RuleFiles.scan(home);
        settling.took(seen(scan));
        return take(scan, cause);
    }

    /** Takes over the rotas as they are now; where rules wait to be reloaded, they go on waiting. */
    synchronized void reloadRotas() {
        if (thread.isPresent() || !rules.isWhole()) {
            reload(Cause.COMMAND);
            return;
        }
        SortedMap<String, byte[]> files = rules.files();
        files.keySet().removeIf(RotaFiles::isRota);
        RuleFiles.scan(home).files().forEach((path, content) -> {
            if (RotaFiles.isRota(path)) {
                files.put(path, content);
            }
        });
        take(new RuleFiles.Scan(files), Cause.COMMAND);
    }

    private Rules.Taken take(RuleFiles.Scan scan, Cause cause) {
        Rules.Taken taken = rules.reload(scan, cause);
        notices.taken(taken, cause);
        return taken;
    }

    /** Takes an earlier version back; meanwhile nobody else reads the files. */
    synchronized Takeback.Result rollback(Supplier<Takeback.Result> work) {
        Takeback.Result result = work.get();
        return result.done() ? result.in(reload(Cause.ROLLBACK)) : result;
    }

    /** What is tried in a few groups becomes the version of all. */
    synchronized List<String> promote(String profile) {
        return rules.promote(profile);
    }

    private void watch() {
        int rounds = 0;
        try {
            while (!closed) {
                look();
                folders.await(isUnsettled() ? SOON : PAUSE);
                if (++rounds % COUNTS_EVERY == 0 && !rules.rollouts().isEmpty()) {
                    rules.saveCounts();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isUnsettled() {
        return settling.isUnsettled();
    }

    private synchronized void look() {
        try {
            RuleFiles.Scan scan = RuleFiles.scan(home);
            folders.cover(scan.folders());
            settling.look(seen(scan), clock.instant()).ifPresent(settled -> settled(settled, scan));
            notices.emptied(settling.isBereft(clock.instant()));
        } catch (RuntimeException failure) { // whatever it is: without this thread nothing is read any more
            log.error("the rules could not be looked at", failure);
        }
    }

    private void settled(SortedMap<String, byte[]> files, RuleFiles.Scan scan) {
        settling.took(files);
        SortedMap<String, byte[]> readable = new TreeMap<>(files);
        readable.keySet().removeAll(scan.unreadable().keySet());
        take(new RuleFiles.Scan(readable, scan.unreadable(), List.of()), Cause.WATCH);
    }

    private static SortedMap<String, byte[]> seen(RuleFiles.Scan scan) {
        SortedMap<String, byte[]> seen = new TreeMap<>(scan.files());
        scan.unreadable().keySet().forEach(path -> seen.put(path, HIDDEN));
        return seen;
    }

    @Override
    public void close() {
        closed = true;
        folders.close();
        thread.ifPresent(running -> {
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
