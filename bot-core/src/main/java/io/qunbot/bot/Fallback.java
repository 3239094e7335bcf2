package io.qunbot.bot;

import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.rota.RotaFiles;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can run of files with mistakes: their last good versions. A good version that does not go together with
 * a newer file it uses takes that file back, too.
 */
final class Fallback {

    private final SortedMap<String, byte[]> good;
    private final SortedMap<String, byte[]> running;
    private final SortedSet<String> held = new TreeSet<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private final SortedMap<String, byte[]> inForce;
    private final RuleBook book;

    /**
     * @param good the files as they last took effect
     * @param first what {@code reader} made of {@code files}
     */
    Fallback(BookReader reader, SortedMap<String, byte[]> good, SortedMap<String, byte[]> files, Reading first) {
        this.good = good;
        this.running = new TreeMap<>(files);
        Reading reading = first;
        while (takeBack(reading.broken())) {
            reading = reader.read(running);
        }
        settle(reading.broken());
        inForce = new TreeMap<>(running);
        inForce.keySet().removeIf(file -> missing.contains(file) && !RotaFiles.isRota(file)); // its posts have nobody
        book = missing.isEmpty() ? reading.book() : reader.read(inForce).book();
    }

    /** A last good version that is good no longer, since a plugin is gone, does not run either. */
    private void settle(Set<String> broken) {
        for (String file : broken) {
            if (held.remove(file)) {
                missing.add(file);
            }
        }
    }

    /** @return whether there is anything new to be read */
    private boolean takeBack(Set<String> broken) {
        boolean changed = false;
        for (String file : broken) {
            byte[] before = good.get(file);
            if (before == null) {
                missing.add(file);
            } else if (held.add(file)) {
                running.put(file, before);
                changed = true;
            }
        }
        if (changed) {
            good.forEach(this::bringBack);
        }
        return changed;
    }

    /** A companion that was deleted may be what the last good version of a profile still needs. */
    private void bringBack(String file, byte[] content) {
        if (BookReader.isCompanion(file)) {
            running.putIfAbsent(file, content);
        }
    }

    RuleBook book() {
        return book;
    }

    /** The files that run, as they run. */
    SortedMap<String, byte[]> inForce() {
        return inForce;
    }

    /** Files of which an earlier version runs. */
    SortedSet<String> held() {
        return held;
    }

    /** Files of which nothing runs. */
    SortedSet<String> missing() {
        return missing;
    }

    /** Whether a file took effect as it is now. */
    boolean isInForce(String file) {
        return !held.contains(file) && !missing.contains(file);
    }

    /** Whether a file that is not there any more may still be needed. */
    boolean needs(String file) {
        return !held.isEmpty() && BookReader.isCompanion(file);
    }
}
