package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that settings may name. Each is read once, and bound once for each type that is wanted of it,
 * however many settings name it; its mistakes are kept here, at its own lines. Not thread-safe.
 */
public final class Companions {

    private record Wanted(String file, Class<?> type) {}

    private final String folder;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, Optional<YamlMap>> trees = new HashMap<>();
    private final Map<Wanted, Optional<?>> contents = new HashMap<>();
    private final Map<String, Problems> mistakes = new TreeMap<>();

    /**
     * @param folder what names are relative to, such as {@code rules/}; nothing outside of it can be named
     * @param files their bytes by path, the folder included
     */
    public Companions(String folder, Map<String, byte[]> files) {
        this.folder = folder;
        this.files.putAll(files);
    }

    /** No file can be named. */
    public static Companions none() {
        return new Companions("", Map.of());
    }

    /** The files that nobody named so far. */
    public Set<String> unnamed() {
        Set<String> unnamed = new TreeSet<>(files.keySet());
        unnamed.removeAll(mistakes.keySet());
        return unnamed;
    }

    /** Whether this is one of the files that can be named. */
    public boolean has(String file) {
        return files.containsKey(file);
    }

    /** The file that a setting's text names, if it names one. */
    public Optional<String> named(String text) {
        return Optional.of(folder + text).filter(this::has);
    }

    /** What is written in a file; empty when nothing can be made of it. */
    public Optional<YamlMap> treeOf(String file) {
        return tree(file);
    }

    /** The mistakes in all files that were named so far. */
    public List<Problem> problems() {
        return mistakes.values().stream().flatMap(problems -> problems.all().stream()).toList();
    }

    /** What is named; of a file with mistakes what is left of it, and a mistake where it is named. */
    <T extends Record> Optional<Companion<T>> bind(Class<T> type, YamlScalar name, Problems problems) {
        Optional<String> path = path(name, problems);
        Optional<T> content = path.flatMap(file -> content(file, type));
        if (path.isPresent() && mistakesOf(path.get()).hasErrors()) {
            broken(path.get(), name.place(), problems);
        }
        return content.map(found -> new Companion<>(path.orElseThrow(), found, name.place()));
    }

    private Optional<String> path(YamlScalar name, Problems problems) {
        String text = name.text();
        if (text.startsWith("/") || text.indexOf('\\') >= 0 || Arrays.asList(text.split("/", -1)).contains("..")) {
            problems.error(Code.VALUE.id(), name.place(),
                    new Words("“" + text + "” 在 " + folder + " 外面", "\"" + text + "\" is outside of " + folder),
                    new Words("写 " + folder + " 里面的文件,例如 faq/product.yaml",
                            "name a file in " + folder + ", such as faq/product.yaml"));
            return Optional.empty();
        }
        if (!files.containsKey(folder + text)) {
            problems.error(Code.NO_FILE.id(), name.place(),
                    new Words("没有 " + folder + text + " 这个文件", "there is no file " + folder + text),
                    Nearest.help(text, names()));
            return Optional.empty();
        }
        return Optional.of(folder + text);
    }

    private List<String> names() {
        return files.keySet().stream().map(file -> file.substring(folder.length())).toList();
    }

    private Problems mistakesOf(String file) {
        return mistakes.computeIfAbsent(file, _ -> new Problems());
    }

    private <T extends Record> Optional<T> content(String file, Class<T> type) {
        Wanted wanted = new Wanted(file, type);
        Optional<?> known = contents.get(wanted);
        if (known == null) {
            known = tree(file).flatMap(map -> bound(map, type, mistakesOf(file)));
            contents.put(wanted, known);
        }
        return known.map(type::cast);
    }

    private Optional<YamlMap> tree(String file) {
        Optional<YamlMap> known = trees.get(file);
        if (known == null) {
            byte[] bytes = files.getOrDefault(file, new byte[0]);
            known = YamlReader.read(file, bytes, mistakesOf(file));
            trees.put(file, known);
        }
        return known;
    }

    private static <T extends Record> Optional<T> bound(YamlMap tree, Class<T> type, Problems mistakes) {
        Problems found = new Problems();
        Optional<T> bound = new Binder(found).bind(tree, type);
        mistakes.addAll(found);
        return bound.or(() -> Remains.bind(tree, type, new ArrayList<>(found.all()), none()));
    }

    private static void broken(String file, Place place, Problems problems) {
        problems.error(Code.BROKEN_FILE.id(), place,
                new Words("它用到的 " + file + " 有错误,所以这里也不能生效",
                        "it uses " + file + ", which has errors, and cannot take effect either"),
                new Words("先改好 " + file, "mend " + file + " first"));
    }
}
