package io.qunbot.bot.lint;

import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words to be careful with: the shipped list, and what the operator made of it. */
public final class Wordings {

    /** Where operators write theirs. */
    public static final String FILE = "rules/wording.yaml";

    private static final String SHIPPED = "wording.yaml";

    private final List<Wording> all;

    private Wordings(List<Wording> all) {
        this.all = List.copyOf(all);
    }

    /** The shipped list. */
    public static Wordings shipped() {
        Problems problems = new Problems();
        try (InputStream in = Wordings.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + SHIPPED);
            }
            WordingFile file = read(SHIPPED, in.readAllBytes(), problems)
                    .orElseThrow(() -> new IllegalStateException("the shipped list is wrong: " + problems.all()));
            return new Wordings(file.words().stream().map(Located::value).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<WordingFile> read(String name, byte[] bytes, Problems problems) {
        return YamlReader.read(name, bytes, problems)
                .flatMap(tree -> new Binder(problems).bind(tree, WordingFile.class));
    }

    /** The list with an operator's file over it; of a file with mistakes nothing counts. */
    public Wordings with(byte[] bytes, Problems problems) {
        Problems found = new Problems();
        Optional<WordingFile> file = read(FILE, bytes, found);
        problems.addAll(found);
        return found.hasErrors() ? this : file.map(own -> with(own, problems)).orElse(this);
    }

    private Wordings with(WordingFile file, Problems problems) {
        Map<String, Wording> merged = new LinkedHashMap<>();
        (file.shipped() ? all : List.<Wording>of()).forEach(wording -> merged.put(wording.id(), wording));
        for (Located<Wording> own : file.words()) {
            Wording wording = own.value();
            if (!wording.off()) {
                empty(own, problems);
                merged.put(wording.id(), wording);
            } else if (merged.remove(wording.id()) == null) {
                problems.error("R326", own.place(),
                        new Words("清单里没有 “" + wording.id() + "”,没有东西可以去掉",
                                "there is no '" + wording.id() + "' to take out"),
                        Nearest.help(wording.id(), merged.keySet()));
            }
        }
        return new Wordings(List.copyOf(merged.values()));
    }

    private static void empty(Located<Wording> own, Problems problems) {
        if (own.value().any().isEmpty() && own.value().regex().isEmpty()) {
            problems.error("R326", own.place(),
                    new Words("没有写 any 或 regex,永远不会提醒", "without any or regex it never says a word"),
                    new Words("例如 any: [最低价]", "for instance any: [最低价]"));
        }
    }

    List<Wording> all() {
        return all;
    }
}
