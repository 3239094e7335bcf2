package io.qunbot.bot.archive;

import io.qunbot.bot.archive.consent.Asking;
import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.chat.Event;
import io.qunbot.dispatch.Recorder;
import io.qunbot.http.Routes;
import io.qunbot.store.Store;
import io.qunbot.wecom.archive.ArchiveSource;
import io.qunbot.wecom.archive.Opener;
import io.qunbot.wecom.archive.PostedPages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
     * @param opener reads the keys as they are now, and opens what they fit
     * @param posting where pages are posted to; empty when the source is asked for them
     */
    public record Archive(ArchiveSource source, Duration every, Hears hears, Asking asking,
            Optional<Posting> posting, Supplier<Opener> opener) {}

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
        Puller.Desk one = new Puller.Desk(store, desk.recorder(), clock, desk.alarm());
        archives.forEach((id, archive) -> {
            Puller puller = new Puller(id, archive.source(), archive.hears(),
                    desk.screens().apply(archive.asking()), one);
            runners.put(id, new Runner(id, puller, archive, archive.posting()
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

    /** What is sealed is tried again at each start: its key may be there now. */
    public void start() {
        reopen();
        runners.values().stream().filter(runner -> runner.inlet.isEmpty()).forEach(runner -> runner.thread.start());
    }

    /** Opens what was sealed and can be opened now, each archive on its own thread. */
    public List<CompletableFuture<Reopened>> reopen() {
        return runners.values().stream().map(Runner::reopen).toList();
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
            SortedMap<Integer, Long> sealed = store.keeps().sealed(id);
            if (!sealed.isEmpty()) {
                troubles.add("会话存档 " + id + " 有 " + sum(sealed) + " 条没有打开,按公钥版本 " + sealed
                        + ",原样留着;私钥对了再启动或 archive decode 就会打开 (sealed, by the version of the key: kept as they came,"
                        + " and opened by a start or archive decode once the key fits)");
            }
            gap(id, store.marks(Puller.prefix(id))).ifPresent(troubles::add);
        });
        return troubles;
    }

    private static long sum(Map<Integer, Long> sealed) {
        return sealed.values().stream().mapToLong(Long::longValue).sum();
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
            counts.put("archive.sealed." + id, sum(store.keeps().sealed(id)));
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
        private final Supplier<Opener> opener;
        private final Queue<CompletableFuture<Reopened>> reopenings = new ConcurrentLinkedQueue<>();
        private volatile boolean closed;
        private Duration pause = BETWEEN;
        private String said = "";

        Runner(String id, Puller puller, Archive archive, Optional<Inlet> inlet) {
            this.inlet = inlet;
            this.opener = archive.opener();
            this.id = id;
            this.puller = puller;
            this.every = archive.every();
            this.thread = Thread.ofPlatform().name("archive-" + id).daemon().unstarted(this::run);
        }

        private CompletableFuture<Reopened> reopen() {
            CompletableFuture<Reopened> end = new CompletableFuture<>();
            reopenings.add(end);
            inlet.ifPresentOrElse(desk -> desk.between(this::reopened), calls::release);
            return end;
        }

        private void reopened() {
            for (CompletableFuture<Reopened> end = reopenings.poll(); end != null; end = reopenings.poll()) {
                try {
                    Reopened done = puller.reopen(opener.get());
                    if (done.opened() > 0) {
                        log.info("archive {}: {} sealed messages were opened", id, done.opened());
                    }
                    end.complete(done);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    end.complete(new Reopened(id, 0, Map.of(), "interrupted"));
                } catch (RuntimeException wrong) {
                    end.complete(new Reopened(id, 0, Map.of(), String.valueOf(wrong.getMessage())));
                }
            }
        }

        private void run() {
            try {
                while (!closed) {
                    reopened();
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
