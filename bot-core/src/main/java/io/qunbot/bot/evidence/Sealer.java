package io.qunbot.bot.evidence;

import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what was said, and lets go of what is too old, on a thread of its own, while the bot runs. */
public final class Sealer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Store store;
    private final Retention retention;
    private final Thread thread = Thread.ofPlatform().name("sealer").daemon().unstarted(this::keepUp);

    /** @param retention what goes because its time is over */
    public Sealer(Store store, Retention retention) {
        this.store = store;
        this.retention = retention;
    }

    public void start() {
        thread.start();
    }

    private void keepUp() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE);
                seal();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void seal() {
        try {
            store.sealing().catchUp();
            retention.look();
        } catch (StoreException | IllegalStateException failure) {
            log.error("what was said cannot be sealed; it is tried again", failure);
        }
    }

    @Override
    public void close() {
        if (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
