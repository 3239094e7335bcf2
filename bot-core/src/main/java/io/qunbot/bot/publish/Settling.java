package io.qunbot.bot.publish;

import io.qunbot.bot.RuleFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides when what lies in the folder is worth reading. Editors save in several steps, a folder may be away for
 * a moment, a file may be empty until its content comes: files that changed are left alone for a moment, those
 * that are gone or empty for longer, and a folder without any is not believed at all. Not thread-safe.
 */
public final class Settling {

    private static final Duration CALM = Duration.ofMillis(300);
    private static final Duration GONE = Duration.ofSeconds(5);

    private SortedMap<String, byte[]> known;
    private SortedMap<String, byte[]> candidate;
    private Instant since = Instant.EPOCH;
    private final Map<String, Instant> gone = new HashMap<>();

    /** @param known the files as they were read last */
    public Settling(SortedMap<String, byte[]> known) {
        this.known = new TreeMap<>(known);
        this.candidate = this.known;
    }

    /** They were read on another occasion. */
    public void took(SortedMap<String, byte[]> files) {
        known = new TreeMap<>(files);
        candidate = known;
        gone.clear();
    }

    /**
     * Looks at the files as they are.
     *
     * @return what is to be read now; empty while nothing changed or it has not settled
     */
    public Optional<SortedMap<String, byte[]>> look(SortedMap<String, byte[]> files, Instant now) {
        SortedMap<String, byte[]> believed = believed(files, now);
        if (Edit.isNone(known, believed)) {
            candidate = known;
            return Optional.empty();
        }
        if (!Edit.isNone(candidate, believed)) {
            candidate = believed;
            since = now;
            return Optional.empty();
        }
        return since.plus(CALM).isAfter(now) ? Optional.empty() : Optional.of(candidate);
    }

    /** Whether all files are gone for good, which is not believed. */
    public boolean isBereft(Instant now) {
        List<String> rules = known.keySet().stream().filter(path -> !RuleFiles.isConfig(path)).toList();
        return !rules.isEmpty() && rules.stream().allMatch(
                path -> Optional.ofNullable(gone.get(path)).filter(first -> !first.plus(GONE).isAfter(now))
                        .isPresent());
    }

    /** Whether something is about to be read: look again soon. */
    public boolean isUnsettled() {
        return !Edit.isNone(candidate, known);
    }

    /** The files, with those that may come back as they were. A file under a new name takes the old one's place at once. */
    private SortedMap<String, byte[]> believed(SortedMap<String, byte[]> files, Instant now) {
        SortedMap<String, byte[]> believed = new TreeMap<>(files);
        boolean renamed = !files.isEmpty() && !known.keySet().containsAll(files.keySet());
        gone.keySet().removeIf(path -> !isLost(path, files));
        for (Map.Entry<String, byte[]> file : known.entrySet()) {
            String path = file.getKey();
            if (isLost(path, files)) {
                Instant first = gone.computeIfAbsent(path, _ -> now);
                boolean waits = isWithoutRules(files) || first.plus(GONE).isAfter(now);
                if (waits && !(renamed && !files.containsKey(path))) {
                    believed.put(path, file.getValue());
                }
            }
        }
        return believed;
    }

    private static boolean isWithoutRules(SortedMap<String, byte[]> files) {
        return files.keySet().stream().allMatch(RuleFiles::isConfig);
    }

    private boolean isLost(String path, SortedMap<String, byte[]> files) {
        return !isBlank(known.getOrDefault(path, new byte[0])) && isBlank(files.getOrDefault(path, new byte[0]));
    }

    private static boolean isBlank(byte[] content) {
        for (byte each : content) {
            if (each > ' ' || each < 0) {
                return false;
            }
        }
        return true;
    }
}
