package io.qunbot.profile;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Plugin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Reads an operator's files into a book. A file with an error takes only itself and its heirs out;
 * everything else is in the book. Thread-safe if the plugins are.
 */
public final class BookReader {

    private static final String ROOT = "rules/";
    private static final int VERSION_LENGTH = 12;

    private final Drafting drafting;

    /**
     * @param plugins by the name they have in a profile
     * @param names a colleague's display name, when the directory knows one
     */
    public BookReader(Map<String, Plugin<?>> plugins, Function<MemberId, Optional<String>> names) {
        this.drafting = new Drafting(plugins, names);
    }

    /**
     * Reads all files at once.
     *
     * @param files their bytes by path, such as {@code rules/service.yaml}; what lies in a
     *            sub-folder is no profile and only counts for the version
     */
    public Reading read(SortedMap<String, byte[]> files) {
        List<Sheet> sheets = files.entrySet().stream()
                .filter(file -> isProfile(file.getKey()))
                .map(file -> Sheet.read(file.getKey(), file.getValue()))
                .toList();
        return new Assembly(new Family(sheets), drafting).assemble(version(files));
    }

    private static boolean isProfile(String path) {
        String name = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
        return name.indexOf('/') < 0 && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static String version(SortedMap<String, byte[]> files) {
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
