package io.qunbot.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a file into a tree. Everything that is wrong with its writing is found in one run; what can
 * be guessed is read as it was meant, so that mistakes behind it are found as well. Thread-safe.
 */
public final class YamlReader {

    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_SLIPS = 50;

    private static final Pattern FIELD = Pattern.compile(
            "^[^<>]*[\\p{L}\\p{N}_\"'”’][\\h]*[:=\uFF1A]|[{\\[]|^[A-Za-z]\\w* \\S+$|^[a-z]\\w*$");

    private YamlReader() {}

    /**
     * Reads one file, whose top level must be made of fields.
     *
     * @return the tree, also when problems could be mended for reading on; empty when nothing
     *         sensible can be made of the file
     */
    public static Optional<YamlMap> read(String name, byte[] bytes, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            Source nothing = new Source(name, "");
            problems.error(Code.LIMIT.id(), new Place(nothing, 1, 1, 1),
                    new Words("文件超过 16 MiB", "the file is larger than 16 MiB"),
                    new Words("分成几个文件", "split it into several files"));
            return Optional.empty();
        }
        return Decoding.text(name, bytes, problems).flatMap(text -> read(new Source(name, text), problems));
    }

    private static Optional<YamlMap> read(Source source, Problems problems) {
        Draft draft = new Draft(source);
        if (source.text().lines().map(Row::new).allMatch(row -> row.isNothingButComment() || row.starts(0, "---"))) {
            problems.error(Code.EMPTY_FILE.id(), draft.place(0, 0, 1),
                    new Words("文件里什么也没有", "the file holds nothing"),
                    new Words("至少写一个字段,或者删掉这个文件", "write at least one field, or remove the file"));
            return Optional.empty();
        }
        new Prelude(draft).run();
        if (isNoFields(draft)) {
            notFields(draft.firstWritten(), problems);
            return Optional.empty();
        }
        new BlockScan(draft).run();
        draft.report(problems);
        return compose(draft, problems).flatMap(node -> tree(draft, node, problems));
    }

    private static Optional<YamlMap> tree(Draft draft, Node node, Problems problems) {
        YamlNode tree;
        try {
            tree = new Tree(draft, problems).of(node);
        } catch (Tree.TooMuch limit) {
            problems.error(Code.LIMIT.id(), limit.place(), Code.LIMIT.description(), Words.NONE);
            return Optional.empty();
        }
        if (tree instanceof YamlMap map) {
            return Optional.of(map);
        }
        notFields(tree.place(), problems);
        return Optional.empty();
    }

    private static void notFields(Place place, Problems problems) {
        problems.error(Code.NOT_A_MAP.id(), new Place(place.source(), place.line(), place.column(), 1),
                new Words("文件的最外层要写成“字段: 内容”", "the top level must be made of fields"),
                new Words("例如:profile: service", "for example: profile: service"));
    }

    /** Whether it is some other text altogether: nothing in it looks like a field, however sloppy. */
    private static boolean isNoFields(Draft draft) {
        return draft.rows().noneMatch(row -> FIELD.matcher(row.toString()).find());
    }

    /** What the scan did not foresee: each block at the top level is tried without the broken ones. */
    private static Optional<Node> compose(Draft draft, Problems problems) {
        Trouble trouble = new Trouble(draft, problems);
        boolean again = true;
        for (int slip = 0; again && slip < MAX_SLIPS; slip++) {
            try {
                return Optional.ofNullable(Composing.compose(draft.text())).filter(node -> trouble.isNone());
            } catch (MarkedYAMLException mistake) {
                again = trouble.dropBlock(mistake);
            } catch (YAMLException mistake) {
                trouble.unreadable(mistake);
                again = false;
            }
        }
        return Optional.empty();
    }
}
