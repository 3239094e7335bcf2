package io.qunbot.bot;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files that are not what their writer meant, whatever is written in them: they can't be read, or break off where
 * the last good version goes on, as after a power failure. Their last good version stands in for them.
 */
final class Damage {

    private final SortedMap<String, byte[]> good;
    private final SortedMap<String, byte[]> files;
    private final SortedSet<String> held = new TreeSet<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private final Problems problems = new Problems();

    /** @param good the files as they last took effect */
    Damage(RuleFiles.Scan scan, SortedMap<String, byte[]> good) {
        this.good = good;
        this.files = new TreeMap<>(scan.files());
        scan.unreadable().forEach((path, why) -> unreadable(path, why instanceof AccessDeniedException));
        good.keySet().stream().filter(scan::hides).forEach(this::standIn);
        scan.files().forEach(this::check);
    }

    private void standIn(String path) {
        held.add(path);
        files.put(path, good.getOrDefault(path, new byte[0]));
    }

    private void unreadable(String path, boolean denied) {
        if (good.keySet().stream().noneMatch(known -> known.equals(path) || known.startsWith(path + "/"))) {
            missing.add(path);
        }
        problems.error("C021", new Place(new Source(path, ""), 1, 1, 1),
                new Words("读不到 " + path + (denied ? ":没有权限" : ""),
                        path + " cannot be read" + (denied ? ": permission denied" : "")),
                new Words("让运行机器人的账号可以读它,例如 chmod a+r " + path,
                        "let the account that runs the bot read it, such as chmod a+r " + path));
    }

    private void check(String path, byte[] content) {
        byte[] before = good.get(path);
        if (before != null && breaksOff(content, before)) {
            standIn(path);
            Source source = new Source(path, new String(content, StandardCharsets.UTF_8));
            int line = (int) Math.max(1, source.text().lines().count());
            problems.error("C022", new Place(source, line, 1, Math.max(1, source.line(line).length())),
                    new Words("这个文件好像只写了一半:上一个好的版本在这一行的中间还有下文",
                            "this file seems to be half-written: its last good version goes on in the middle of this line"),
                    new Words("重新保存一遍;如果就是要删到这里,在末尾加一个换行",
                            "save it again; if it is meant to end here, add a line break"));
        }
    }

    /** Whether it is the beginning of what was there, up to the middle of a line. */
    private static boolean breaksOff(byte[] content, byte[] before) {
        int length = content.length;
        return length > 0 && length < before.length && content[length - 1] != '\n' && before[length] != '\n'
                && before[length] != '\r' && Arrays.equals(content, 0, length, before, 0, length);
    }

    /** The files, with last good versions for those that are damaged. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    boolean isNone() {
        return held.isEmpty() && missing.isEmpty();
    }

    /** Files of which the last good version stands in. */
    SortedSet<String> held() {
        return held;
    }

    /** Files of which there is none. */
    SortedSet<String> missing() {
        return missing;
    }

    List<Problem> problems() {
        return problems.all();
    }
}
