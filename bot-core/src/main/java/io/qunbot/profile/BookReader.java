package io.qunbot.profile;

import io.qunbot.calendar.HolidayFiles;
import io.qunbot.chat.MemberId;
import io.qunbot.people.TagFiles;
import io.qunbot.plugin.Models;
import io.qunbot.plugin.Plugin;
import io.qunbot.rota.RotaFiles;
import io.qunbot.yaml.Companions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads an operator's files into a book. A file with an error takes only itself and its heirs out;
 * everything else is in the book. Thread-safe if the plugins are.
 */
public final class BookReader {

    private static final String ROOT = "rules/";
    /** Transcripts that rules are tested with; no rules, and nobody names them. */
    private static final String TESTS = ROOT + "tests/";
    private static final int VERSION_LENGTH = 12;

    /** What is no profile although it lies beside them: plugins' settings name it. */
    private static final Set<String> COMPANIONS = Set.of("synonyms.yaml", "synonyms.yml", "wording.yaml");

    /** What checks look for in texts: for the check alone, and no plugin ever names it. */
    private static final String WORDING = ROOT + "wording.yaml";

    private final Map<String, Plugin<?>> plugins;
    private final Function<MemberId, Optional<String>> names;
    private final InstantSource clock;
    private final Models models;

    /** Reads without knowing what day it is: nothing is out of date. */
    public BookReader(Map<String, Plugin<?>> plugins, Function<MemberId, Optional<String>> names) {
        this(plugins, names, InstantSource.fixed(Instant.EPOCH));
    }

    /** Reads without anybody outside the house to ask. */
    public BookReader(Map<String, Plugin<?>> plugins, Function<MemberId, Optional<String>> names,
            InstantSource clock) {
        this(plugins, names, clock, Models.NONE);
    }

    /**
     * @param plugins by the name they have in a profile
     * @param names a colleague's display name, when the directory knows one
     * @param clock what day it is, for what has to be looked at again some day
     * @param models what the plugins may ask outside the house
     */
    public BookReader(Map<String, Plugin<?>> plugins, Function<MemberId, Optional<String>> names,
            InstantSource clock, Models models) {
        this.plugins = Map.copyOf(plugins);
        this.names = names;
        this.clock = clock;
        this.models = models;
    }

    /**
     * Reads all files at once.
     *
     * @param files their bytes by path, such as {@code rules/service.yaml}; what lies in a sub-folder is no
     *            profile but a companion, read when a profile names it, or a rota
     */
    public Reading read(SortedMap<String, byte[]> files) {
        return assembly(files).assemble(version(files));
    }

    /** Reads all files in order to look at them: also what cannot run. Slower than {@link #read}. */
    public Study study(SortedMap<String, byte[]> files) {
        Assembly assembly = assembly(files);
        Reading reading = assembly.assemble(version(files));
        return new Study(reading, assembly.subjects());
    }

    private Assembly assembly(SortedMap<String, byte[]> files) {
        List<Sheet> sheets = files.entrySet().stream()
                .filter(file -> isProfile(file.getKey()))
                .map(file -> Sheet.read(file.getKey(), file.getValue()).with(new Beside(plugins)))
                .toList();
        RotaFiles rotas = RotaFiles.read(files);
        HolidayFiles holidays = HolidayFiles.read(files);
        TagFiles tags = TagFiles.read(files);
        Drafting drafting = new Drafting(plugins, new Background(names, clock.instant(), models, rotas.rotas(),
                holidays.holidays(), tags),
                companions(files), new Print(files));
        return new Assembly(new Family(sheets), drafting, rotas, holidays, tags);
    }

    private static Companions companions(SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> others = new TreeMap<>(files);
        others.keySet().removeIf(file -> isProfile(file) || file.startsWith(TESTS) || file.equals(WORDING)
                || RotaFiles.isRota(file) || HolidayFiles.isYear(file)
                || file.equals(TagFiles.FILE));
        return new Companions(ROOT, others);
    }

    /** Whether a file is there for others to name, rather than a profile. */
    public static boolean isCompanion(String path) {
        return !isProfile(path);
    }

    private static boolean isProfile(String path) {
        String name = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
        return name.indexOf('/') < 0 && !COMPANIONS.contains(name) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    /** A short hash of files and their names. */
    public static String version(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
