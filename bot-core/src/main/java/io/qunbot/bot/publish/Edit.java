package io.qunbot.bot.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What became of a file from one version to another.
 *
 * @param sign {@code +} a new file, {@code -} one that is gone, {@code ~} another content
 * @param more lines that came; {@code fewer} lines that went
 */
public record Edit(String sign, String path, int more, int fewer) {

    /** All files that differ. */
    public static List<Edit> between(Map<String, byte[]> before, Map<String, byte[]> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Edit> edits = new ArrayList<>();
        for (String path : paths) {
            byte[] old = before.get(path);
            byte[] now = after.get(path);
            if (!Arrays.equals(old, now)) {
                String sign = old == null ? "+" : now == null ? "-" : "~";
                edits.add(of(sign, path, LineDiff.of(lines(before, path), lines(after, path))));
            }
        }
        return List.copyOf(edits);
    }

    /** Whether two versions of some files are the same. */
    public static boolean isNone(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
        return before.keySet().equals(after.keySet())
                && before.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), after.get(file.getKey())));
    }

    static List<String> lines(Map<String, byte[]> files, String path) {
        return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8).lines().toList();
    }

    private static Edit of(String sign, String path, List<LineDiff.Line> lines) {
        return new Edit(sign, path, count(lines, '+'), count(lines, '-'));
    }

    private static int count(List<LineDiff.Line> lines, char sign) {
        return (int) lines.stream().filter(line -> line.sign() == sign).count();
    }

    /** <code>~ rules/service.yaml (+2 -1)</code> */
    @Override
    public String toString() {
        return sign + " " + path + " (+" + more + " -" + fewer + ")";
    }
}
