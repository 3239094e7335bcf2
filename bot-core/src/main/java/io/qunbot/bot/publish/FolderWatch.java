package io.qunbot.bot.publish;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes whoever waits as soon as something happens in some folders. Where the system cannot tell, as on many network
 * mounts, it only waits: whoever uses it has to look for themselves every now and then. Waits on one thread;
 * may be closed by another, which ends the waiting.
 */
public final class FolderWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    private final Optional<WatchService> service;
    private final Map<Path, Watched> watched = new HashMap<>();

    /** A folder is another one when it was moved away and a new one made in its place. */
    private record Watched(Object identity, WatchKey key) {}

    private FolderWatch(Optional<WatchService> service) {
        this.service = service;
    }

    public static FolderWatch open() {
        try {
            return new FolderWatch(Optional.of(FileSystems.getDefault().newWatchService()));
        } catch (IOException refused) {
            log.info("folders cannot be watched ({}); they are looked at every second", refused.getMessage());
            return new FolderWatch(Optional.empty());
        }
    }

    /** From now on these folders and no others. */
    public void cover(Collection<Path> folders) {
        service.ifPresent(watching -> {
            watched.entrySet().removeIf(entry -> !folders.contains(entry.getKey()) && cancelled(entry.getValue()));
            folders.forEach(folder -> cover(watching, folder));
        });
    }

    private void cover(WatchService watching, Path folder) {
        try {
            Object identity = Objects.requireNonNullElse(
                    Files.readAttributes(folder, BasicFileAttributes.class).fileKey(), folder);
            Watched known = watched.get(folder);
            if (known == null || !known.identity().equals(identity) || !known.key().isValid()) {
                watched.put(folder, new Watched(identity, folder.register(watching,
                        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE)));
                if (known != null) {
                    known.key().cancel();
                }
            }
        } catch (IOException | ClosedWatchServiceException gone) {
            log.debug("{} cannot be watched: {}", folder, gone.toString());
        }
    }

    private static boolean cancelled(Watched folder) {
        folder.key().cancel();
        return true;
    }

    /** Returns when something happened, or after that long. */
    public void await(Duration most) throws InterruptedException {
        if (service.isEmpty()) {
            LockSupport.parkNanos(this, most.toNanos());
            return;
        }
        try {
            WatchKey key = service.get().poll(most.toMillis(), TimeUnit.MILLISECONDS);
            for (; key != null; key = service.get().poll()) {
                key.pollEvents();
                key.reset();
            }
        } catch (ClosedWatchServiceException over) {
            log.trace("the watch is over");
        }
    }

    @Override
    public void close() {
        service.ifPresent(watching -> {
            try {
                watching.close();
            } catch (IOException failure) {
                log.debug("the watch could not be closed: {}", failure.toString());
            }
        });
    }
}
