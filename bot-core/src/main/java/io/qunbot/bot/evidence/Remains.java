package io.qunbot.bot.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything within the data folder besides the store itself: backups, logs, and what lies between pages. */
final class Remains {

    private static final Set<String> KEPT_BY_OTHERS = Set.of("index", "media", "vectors");
    private static final Set<String> LOCKED = Set.of("lock", "qunbot.db-shm");
    private static final byte[] DATABASE = "SQLite format 3\0".getBytes(US_ASCII);
    private static final String STORE = "qunbot.db";
    private static final Set<String> OF_THE_STORE = Set.of(STORE, STORE + "-wal", STORE + "-shm");
    private static final int PAGES = 256;
    private static final int TRIES = 5;

    private final Path data;
    private final Residue residue;

    Remains(Path data, Sayings sayings) {
        this.data = data;
        this.residue = new Residue(sayings);
    }

    /** Erases in the copies of the store that lie there, too. @return those in which there was anything */
    List<String> backups(Predicate<Path> eraser) {
        List<String> changed = new ArrayList<>();
        for (Path file : files()) {
            if (!isStore(file) && isDatabase(file) && eraser.test(file)) {
                changed.add(name(file));
            }
        }
        return changed;
    }

    /** Blackens files of text. @return those in which there was anything */
    List<String> logs() {
        List<String> changed = new ArrayList<>();
        for (Path file : files()) {
            boolean other = KEPT_BY_OTHERS.contains(data.relativize(file).getName(0).toString());
            if (!other && !isStore(file) && !isDatabase(file) && residue.isIn(file) && residue.blacken(file)) {
                changed.add(name(file));
            }
        }
        return changed;
    }

    /**
     * Gives free pages back and empties the log that is written ahead. Only when a copy is left between the pages the
     * whole store is written anew.
     *
     * @return what still holds any of it
     */
    List<String> tidy(Store store) {
        giveBack(store);
        store.file().checkpoint();
        if (residue.isIn(store.file().bytes())) {
            store.file().rewrite();
            store.file().checkpoint();
        }
        for (int more = 0; more < TRIES && residue.isIn(data.resolve(STORE + "-wal")); more++) {
            store.file().checkpoint(); // somebody was reading
        }
        return Stream.concat(residue.isIn(store.file().bytes()) ? Stream.of(STORE) : Stream.empty(),
                files().stream().filter(file -> !name(file).equals(STORE)).filter(residue::isIn).map(this::name))
                .toList();
    }

    /**
     * Whoever closes a file lets go of all locks that the process has on it: those that are locked are never opened
     * here. None of them holds words but the store itself, which is read where it is open already.
     */
    private List<Path> files() {
        return Residue.files(data).stream().filter(file -> !LOCKED.contains(name(file))).toList();
    }

    private static void giveBack(Store store) {
        long[] left = {1};
        while (left[0] > 0) {
            SmallUnit unit = new SmallUnit("room on the disk", tables -> left[0] = tables.giveBack(PAGES));
            store.writer().submit(unit);
            left[0] = unit.awaitEnd() ? left[0] : 0;
        }
    }

    private String name(Path file) {
        return data.relativize(file).toString();
    }

    private boolean isStore(Path file) {
        return OF_THE_STORE.contains(name(file));
    }

    private static boolean isDatabase(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(DATABASE.length), DATABASE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
