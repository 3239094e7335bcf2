package io.qunbot.bot.archive;

import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.dispatch.Recorder;
import io.qunbot.wecom.archive.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads files of the session archive into the journal, a page a commit, and never holds more than a few pages. None of
 * it makes the bot act. Progress can be asked for from any thread.
 */
public final class Importer {

    /** The channel that imported messages belong to where no archive is configured. */
    public static final String CHANNEL = "archive";

    private static final int PAGE = 4_096;
    private static final int PAGE_BYTES = 8 << 20;
    private static final int AHEAD = 2;

    private final Recorder recorder;
    private final String channel;
    private final InstantSource clock;
    private final Instant begun;
    private final Sequence sequence = new Sequence(0);
    private final Deque<CompletableFuture<Recorder.Recorded>> under = new ArrayDeque<>();
    private final Screen screen;
    private Batch page;
    private int pageBytes;
    private long lines;
    private long added;
    private long known;
    private long dropped;
    private long unreadable;
    private volatile ImportReport report;

    /**
     * Makes one.
     *
     * @param channel the archive's, so that what was pulled is recognised
     * @param screen knows whose words may be kept
     */
    public Importer(Recorder recorder, String channel, Screen screen, InstantSource clock) {
        this.recorder = recorder;
        this.channel = channel;
        this.screen = screen;
        this.clock = clock;
        this.begun = clock.instant();
        this.page = batch();
        this.report = report(false, "");
    }

    /** Reads the files one after another; what is on disk when it ends early need not be read again, but may be. */
    public ImportReport run(List<Path> files) {
        try {
            for (Path file : files) {
                read(file);
            }
            write();
            settle(0);
            report = report(true, "");
        } catch (IOException failure) {
            report = report(true, "读不了文件 (cannot be read): " + failure.getMessage());
        } catch (CompletionException failure) {
            report = report(true, "写不了存储 (the store cannot be written): " + String.valueOf(failure.getCause()));
        }
        return report;
    }

    /** How far it is. */
    public ImportReport progress() {
        return report;
    }

    private void read(Path file) throws IOException {
        try (Lines source = Lines.open(file, 0)) {
            for (Optional<byte[]> line = source.next(); line.isPresent(); line = source.next()) {
                take(line.get());
            }
        }
    }

    private Batch batch() {
        return new Batch(channel, screen, sequence, begun);
    }

    private void take(byte[] line) {
        page.take(line);
        lines++;
        pageBytes += line.length;
        if (page.size() == PAGE || pageBytes > PAGE_BYTES) {
            write();
        }
    }

    private void write() {
        unreadable += page.unreadable();
        under.add(recorder.record(page.page(Map.of(), _ -> false, List.of()), clock.instant()));
        page = batch();
        pageBytes = 0;
        settle(AHEAD);
        report = report(false, "");
    }

    /** Waits until no more than so many pages are on their way to the disk. */
    private void settle(int most) {
        while (under.size() > most) {
            Recorder.Recorded recorded = under.remove().join();
            added += recorded.added();
            known += recorded.known();
            dropped += recorded.dropped();
        }
    }

    private ImportReport report(boolean done, String trouble) {
        return new ImportReport(lines, added, known, dropped, unreadable, sequence.missing(),
                sequence.gaps().stream().map(Sequence.Gap::toString).toList(),
                Duration.between(begun, clock.instant()).toMillis(), done, trouble);
    }
}
