package io.qunbot.bot.archive;

import io.qunbot.bot.archive.consent.Asking;
import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.chat.Event;
import io.qunbot.dispatch.Recorder;
import io.qunbot.http.Routes;
import io.qunbot.store.Store;
import io.qunbot.wecom.archive.ArchiveSource;
import io.qunbot.wecom.archive.PostedPages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that pull session archives, one each: when WeCom says that there is something, and by the clock. */
public final class Pullers implements AutoCloseable {

    /** What WeCom says when messages wait; it names no archive. */
    public static final String NOTICE = "msgaudit_notify";

    private static final Logger log = LoggerFactory.getLogger(Pullers.class);
    /** WeCom takes 600 calls a minute. */
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Map<String, Runner> runners = new TreeMap<>();
    private final Store store;
    private final InstantSource clock;

    /**
     * A channel, where its messages come from, and who knows whose words may be kept.
     *
     * @param posting where pages are posted to; empty when the source is asked for them
     */
    public record Archive(ArchiveSource source, Duration every, Hears hears, Asking asking,
            Optional<Posting> posting) {}

    /** A path that pages are posted to, and what has to be shown there. */
    public record Posting(String path, String token, PostedPages pages) {
        @Override
        public String toString() {
            return "Posting[" + path + "]"; // the token stays out of logs
        }
    }

    /**
     * What pullers work with.
     *
     * @param screens makes what decides how much of a message is kept
     * @param alarm takes what colleagues have to know
     */
    public record Desk(Store store, Recorder recorder, Function<Asking, Screen> screens, InstantSource clock,
            Consumer<String> alarm) {}

    public Pullers(Map<String, Archive> archives, Desk desk) {
        this.store = desk.store();
        this.clock = desk.clock();
        Puller.Desk one = new Puller.Desk(desk.recorder(), store::marks, clock, desk.alarm());
        archives.forEach((id, archive) -> {
            Puller puller = new Puller(id, archive.source(), archive.hears(),
                    desk.screens().apply(archive.asking()), one);
            runners.put(id, new Runner(id, puller, archive.every(), archive.posting()
                    .map(posting -> new Inlet(id, posting, puller, () -> held(id)))));
        });
    }

    private long held(String id) {
        return store.mark(Puller.prefix(id) + ArchiveSource.SEQ);
    }

    /** Adds the paths that pages are posted to. */
    public void on(Routes routes) {
        runners.values().forEach(runner -> runner.inlet.ifPresent(inlet -> inlet.on(routes)));
    }

    public void start() {
        runners.values().stream().filter(runner -> runner.inlet.isEmpty()).forEach(runner -> runner.thread.start());
    }

    /** Listens for what WeCom says; never blocks. */
    public void hear(Event event) {
        if (event instanceof Event.Notified notified && notified.kind().equals(NOTICE)) {
            runners.values().forEach(runner -> runner.calls.release());
        }
    }

    /** What is wrong, and where the sequence jumped in the last month. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        runners.forEach((id, runner) -> {
            String trouble = runner.puller.state().trouble();
            if (!trouble.isEmpty()) {
                troubles.add("会话存档 " + id + " (archive): " + trouble);
            }
            if (runner.puller.state().unreadable() > 0) {
                troubles.add("会话存档 " + id + " 有 " + runner.puller.state().unreadable()
                        + " 条读不懂,原样留着 (cannot be read and are kept as they came)");
            }
            if (!runner.puller.consentTrouble().isEmpty()) {
                troubles.add("会话存档 " + id + " (archive): " + runner.puller.consentTrouble());
            }
            gap(id, store.marks(Puller.prefix(id))).ifPresent(troubles::add);
        });
        return troubles;
    }

    private Optional<String> gap(String id, SortedMap<String, Long> marks) {
        String prefix = Puller.prefix(id) + "gap.";
        Long at = marks.get(prefix + "at");
        if (at == null || Instant.ofEpochMilli(at).plus(REMEMBERED).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of("会话存档 " + id + " 的序号在 " + Instant.ofEpochMilli(at) + " 跳过了 "
                + marks.get(prefix + "from") + "–" + marks.get(prefix + "until")
                + " (its sequence skipped these messages)");
    }

    /** What was counted, by name. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        runners.forEach((id, runner) -> {
            counts.put("archive.pulled." + id, runner.puller.state().pulled());
            counts.put("archive.unreadable." + id, runner.puller.state().unreadable());
            counts.put("archive.metadata.only." + id, store.mark(Recorder.countOf(id, Recorder.Extent.METADATA)));
            counts.put("archive.dropped." + id, store.mark(Recorder.countOf(id, Recorder.Extent.NOTHING)));
            counts.put("archive.seq." + id, held(id));
        });
        return counts;
    }

    @Override
    public void close() {
        runners.values().forEach(Runner::stop);
    }

    /** The thread of one archive. */
    private static final class Runner {

        private final String id;
        private final Puller puller;
        private final Duration every;
        private final Semaphore calls = new Semaphore(0);
        private final Thread thread;
        private final Optional<Inlet> inlet;
        private volatile boolean closed;
        private Duration pause = BETWEEN;
        private String said = "";

        Runner(String id, Puller puller, Duration every, Optional<Inlet> inlet) {
            this.inlet = inlet;
            this.id = id;
            this.puller = puller;
            this.every = every;
            this.thread = Thread.ofPlatform().name("archive-" + id).daemon().unstarted(this::run);
        }

        private void run() {
            try {
                while (!closed) {
                    boolean more = attempt();
                    TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
                    if (!more) {
                        calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                        calls.drainPermits();
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /** A failure is said once, and tried again after a pause that grows. */
        private boolean attempt() throws InterruptedException {
            try {
                boolean more = puller.pull();
                pause = every;
                said = "";
                return more;
            } catch (IOException | RuntimeException failure) {
                pause = pause.compareTo(LONGEST) >= 0 ? LONGEST : pause.multipliedBy(2);
                if (!said.equals(String.valueOf(failure.getMessage()))) {
                    said = String.valueOf(failure.getMessage());
                    log.warn("archive {} cannot be pulled and is tried again: {}", id, said);
                }
                return false;
            }
        }

        private void stop() {
            closed = true;
            calls.release();
            inlet.ifPresent(Inlet::close);
            try {
                thread.join(LONGEST.dividedBy(10));
                puller.close();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (Exception failure) { // as closing declares it
                log.warn("archive {} could not be closed: {}", id, failure.getMessage());
            }
        }
    }
}
