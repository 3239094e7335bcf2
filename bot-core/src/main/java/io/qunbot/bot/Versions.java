package io.qunbot.bot;

import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.Edit;
import io.qunbot.bot.publish.History;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.bot.publish.UnifiedDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules as they were: lists, compares and takes back versions. For one thread at a time. */
public final class Versions {

    /** What lies in rules/ now. */
    public static final String DISK = "disk";
    /** What is in force, or was when the bot ran last. */
    public static final String RUNNING = "running";
    /** What was in force before that. */
    public static final String PREVIOUS = "previous";

    private final Home home;
    private final History history;

    Versions(Home home, History history) {
        this.home = home;
        this.history = history;
    }

    /** A file that differs: how, and the lines as programmers' tools show them. */
    public record FileDifference(Edit edit, List<String> lines) {}

    /**
     * How two versions differ.
     *
     * @param from a version, or {@link #DISK}; {@code to} likewise
     */
    public record Difference(String from, String to, List<FileDifference> files) {}

    /** The newest first. */
    public List<RuleVersion> all() {
        return history.all();
    }

    /**
     * Compares two versions. Edits that are in force already, as they are moments after a file was saved, are held
     * against the version before.
     *
     * @param file only this one, unless it is empty
     */
    public Difference diff(String earlier, String to, String file) {
        String from = base(earlier, to);
        SortedMap<String, byte[]> before = only(file, files(from));
        SortedMap<String, byte[]> after = only(file, files(to));
        if (!file.isEmpty() && before.isEmpty() && after.isEmpty()) {
            throw noFile(file, from);
        }
        return new Difference(name(from), name(to), Edit.between(before, after).stream()
                .map(edit -> new FileDifference(edit, UnifiedDiff.of(edit.path(), before, after))).toList());
    }

    private SortedMap<String, byte[]> only(String file, SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> some = new TreeMap<>(files);
        some.keySet().removeIf(path -> !file.isEmpty() && !path.equals(path(file)));
        return some;
    }

    private String name(String asked) {
        return asked.equals(DISK) ? DISK : version(asked).version();
    }

    /** The files of a version. */
    SortedMap<String, byte[]> files(String asked) {
        return asked.equals(DISK) ? RuleFiles.scan(home).files() : history.files(version(asked).id());
    }

    /** What an edit is held against: what was asked for, and what ran before where the edit runs by now. */
    String base(String from, String to) {
        RuleVersion current = version(RUNNING);
        boolean edit = from.equals(RUNNING) && to.equals(DISK) && Edit.between(files(RUNNING), files(DISK)).isEmpty();
        boolean first = history.all().stream().allMatch(other -> other.version().equals(current.version()));
        return edit && !first ? previous(current).version() : from;
    }

    /** The files that a version would bring. */
    SortedMap<String, byte[]> target(RuleVersion version, String file) {
        SortedMap<String, byte[]> then = history.files(version.id());
        SortedMap<String, byte[]> target = RuleFiles.scan(home).files();
        if (file.isEmpty()) { // who is on duty is no rule: it stays as it is
            target.keySet().removeIf(path -> !RuleFiles.isConfig(path));
            then.forEach((path, content) -> {
                if (!RuleFiles.isConfig(path)) {
                    target.put(path, content);
                }
            });
            return target;
        }
        byte[] content = then.get(path(file));
        if (content == null) {
            throw noFile(file, version.version());
        }
        target.put(path(file), content);
        return target;
    }

    /** The version that is meant. */
    RuleVersion version(String asked) {
        RuleVersion current = history.current().orElseThrow(() -> new Refused("还没有任何版本:机器人还没有启动过",
                "there are no versions yet: the bot never ran"));
        if (asked.equals(RUNNING)) {
            return current;
        }
        if (asked.equals(PREVIOUS)) {
            return previous(current);
        }
        List<RuleVersion> found = history.find(asked);
        if (found.size() > 1) {
            String all = found.stream().map(RuleVersion::version).collect(Collectors.joining(" "));
            throw new Refused("“" + asked + "” 开头的版本不止一个:" + all,
                    "several versions begin with '" + asked + "': " + all);
        }
        return found.stream().findFirst().orElseThrow(() -> new Refused("没有版本 “" + asked + "”。有哪些:./qunbot history",
                "there is no version '" + asked + "'; those there are: ./qunbot history"));
    }

    private RuleVersion previous(RuleVersion current) {
        Optional<RuleVersion> before = history.all().stream().filter(version -> version.cause() != Cause.KEPT)
                .filter(version -> !version.version().equals(current.version())).findFirst();
        return before.orElseThrow(() -> new Refused("现在的版本之前没有别的版本", "there is no version before this one"));
    }

    /** A rule file as operators may write it: with its folder, without, or with the whole path. */
    private String path(String file) {
        Path absolute = Path.of(file).toAbsolutePath().normalize();
        String name = absolute.startsWith(home.rules()) ? home.root().relativize(absolute).toString() : file;
        String plain = name.startsWith("./") ? name.substring(2) : name;
        return plain.startsWith("rules/") ? plain : "rules/" + plain;
    }

    private Refused noFile(String file, String where) {
        return new Refused(name(where) + " 里没有 " + path(file), "there is no " + path(file) + " in " + name(where));
    }
}
