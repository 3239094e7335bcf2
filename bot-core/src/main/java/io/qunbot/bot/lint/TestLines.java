package io.qunbot.bot.lint;

import io.qunbot.yaml.Problems;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlReader;
import io.qunbot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people say in {@code rules/tests/*.test.yaml}, by profile. What the bot is expected to do is left out. */
final class TestLines {

    private static final Pattern SAID = Pattern.compile(
            "(?:\\d{1,2}-\\d{1,2} )?\\d{1,2}:\\d{2}(?::\\d{2})? (.+?)(?: \\[[^]]*])?[:：]\\s*(.+)", Pattern.DOTALL);
    private static final Pattern NOBODY = Pattern
            .compile("(?:bot|draft|task|tell|tag|untag|withdraw|confirm|staff)\\b.*");

    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    /** @param files the bytes of the tests by name; what cannot be read says nothing */
    TestLines(SortedMap<String, byte[]> files) {
        files.forEach((name, bytes) -> YamlReader.read(name, bytes, new Problems()).ifPresent(this::read));
    }

    private void read(YamlMap test) {
        List<String> said = lines.computeIfAbsent(text(test, "profile").orElse(""), _ -> new ArrayList<>());
        if (test.get("cases").orElse(null) instanceof YamlList cases) {
            cases.items().forEach(each -> readCase(each, said));
        }
    }

    private static void readCase(YamlNode test, List<String> said) {
        if (test instanceof YamlMap map && map.get("chat").orElse(null) instanceof YamlList chat) {
            chat.items().forEach(line -> said(line).ifPresent(said::add));
        }
    }

    private static Optional<String> said(YamlNode line) {
        if (!(line instanceof YamlScalar words)) {
            return Optional.empty();
        }
        Matcher said = SAID.matcher(words.text());
        return said.matches() && !NOBODY.matcher(said.group(1)).matches()
                ? Optional.of(said.group(2))
                : Optional.empty();
    }

    private static Optional<String> text(YamlMap map, String field) {
        return map.get(field).orElse(null) instanceof YamlScalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** What is said in the tests of a profile; empty when it has none. */
    Optional<List<String>> of(String profile) {
        return Optional.ofNullable(lines.get(profile)).map(List::copyOf);
    }

    List<String> all() {
        return lines.values().stream().flatMap(List::stream).toList();
    }
}
