package io.qunbot.bot.archive;

import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.dispatch.Recorder;
import io.qunbot.store.JournalRow;
import io.qunbot.store.Store;
import io.qunbot.wecom.archive.ArchivedEvent;
import io.qunbot.wecom.archive.Opener;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * Reads a second time what nobody could open when it came: the journal is append-only, so the message is added where it
 * belongs, and what was sealed stays as it came. For one thread.
 */
public final class Reopening {

    private static final int STEP = 200;

    private final String channel;
    private final Screen screen;
    private final Store store;
    private final Recorder recorder;
    private final InstantSource clock;

    public Reopening(String channel, Screen screen, Store store, Recorder recorder, InstantSource clock) {
        this.channel = channel;
        this.screen = screen;
        this.store = store;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * Opens what can be opened.
     *
     * @param drives which messages the bot may act on, if they are fresh
     */
    public Reopened run(Opener opener, Predicate<ArchivedEvent> drives) throws InterruptedException {
        int opened = 0;
        String trouble = "";
        try {
            List<JournalRow> rows = store.keeps().sealedAfter(channel, 0, STEP);
            while (!rows.isEmpty()) {
                opened += page(rows, opener, drives);
                rows = store.keeps().sealedAfter(channel, rows.getLast().seq(), STEP);
            }
        } catch (IOException failure) {
            trouble = String.valueOf(failure.getMessage());
        }
        return new Reopened(channel, opened, store.keeps().sealed(channel), trouble);
    }

    private int page(List<JournalRow> rows, Opener opener, Predicate<ArchivedEvent> drives)
            throws IOException, InterruptedException {
        Instant now = clock.instant();
        Batch batch = new Batch(channel, screen, new Sequence(0), now);
        List<Long> opened = new ArrayList<>();
        for (JournalRow row : rows) {
            Optional<byte[]> open = opener.open(row.payload());
            if (open.isPresent()) {
                batch.take(open.get());
                opened.add(row.seq());
            }
        }
        if (opened.isEmpty()) {
            return 0;
        }
        batch.ask();
        try {
            recorder.record(batch.page(Map.of(), drives, opened), now).get();
        } catch (ExecutionException failure) {
            throw new IOException("写不下来,会再试 (could not be stored): " + failure.getCause(), failure);
        }
        screen.stored();
        return opened.size();
    }
}
