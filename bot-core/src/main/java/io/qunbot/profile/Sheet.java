package io.qunbot.profile;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlReader;
import io.qunbot.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One profile's file as it was read.
 *
 * @param id the profile's id; of a file that cannot be read, what it most likely is
 * @param tree what is written, mended where it could be; empty when nothing can be made of it
 */
record Sheet(String file, String id, Optional<YamlMap> tree, Problems problems) {

    private static final Pattern ID = Pattern.compile("(?m)^\\s*profile\\s*[:\uFF1A]\\s*[\"']?([\\w.-]+)");

    static Sheet read(String file, byte[] bytes) {
        Problems problems = new Problems();
        Optional<YamlMap> tree = YamlReader.read(file, bytes, problems);
        String id = tree.flatMap(map -> text(map, "profile")).map(Located::value).orElseGet(() -> guess(file, bytes));
        return new Sheet(file, id, tree, problems);
    }

    /** The same with all its plugins in one place. */
    Sheet with(Beside beside) {
        return new Sheet(file, id, tree.map(beside::gathered), problems);
    }

    private static String guess(String file, byte[] bytes) {
        Matcher id = ID.matcher(new String(bytes, StandardCharsets.UTF_8));
        String name = file.substring(file.lastIndexOf('/') + 1);
        return id.find() ? id.group(1) : name.substring(0, name.lastIndexOf('.'));
    }

    /** The profile it builds on. */
    Optional<Located<String>> parent() {
        return tree.flatMap(map -> text(map, "extends"));
    }

    boolean isAbstract() {
        return tree.flatMap(map -> map.get("abstract")).filter(Merge::isOn).isPresent();
    }

    static Optional<Located<String>> text(YamlMap map, String key) {
        return map.get(key).orElse(null) instanceof YamlScalar scalar && !scalar.text().isEmpty()
                ? Optional.of(new Located<>(scalar.text(), scalar.place()))
                : Optional.empty();
    }
}
