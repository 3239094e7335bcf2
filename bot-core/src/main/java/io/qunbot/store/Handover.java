package io.qunbot.store;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers calls by the executor they belong to, so that a whole commit wakes each of them once. Not thread-safe. */
public final class Handover {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final IdentityHashMap<Executor, List<Runnable>> calls = new IdentityHashMap<>(4);

    public void to(Executor home, Runnable call) {
        calls.computeIfAbsent(home, _ -> new ArrayList<>()).add(call);
    }

    void flush() {
        if (calls.isEmpty()) {
            return;
        }
        calls.forEach((home, batch) -> {
            try {
                home.execute(() -> batch.forEach(Handover::make));
            } catch (RejectedExecutionException closed) {
                // the connection's event loop is gone, and with it everybody who waited there
            }
        });
        calls.clear();
    }

    /** One call that fails keeps nobody else from what is theirs. */
    private static void make(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error bug) {
            log.error("what follows from a commit failed", bug);
        }
    }
}
