package io.qunbot.plugin;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Words that members say, each of which may mean one thing only. For one check of settings, in one thread. */
public final class Meanings {

    private final String code;
    private final Problems problems;
    private final Map<String, Located<String>> taken = new HashMap<>();

    /** @param code of the problem that a word means two things */
    public Meanings(String code, Problems problems) {
        this.code = code;
        this.problems = problems;
    }

    /**
     * Takes a word, or reports whose it is already.
     *
     * @param meaning the name of what is meant
     * @param mend what to write instead
     */
    public void take(Located<Keyword> word, String meaning, Words mend) {
        Located<String> mine = new Located<>(meaning, word.place());
        Optional.ofNullable(taken.putIfAbsent(word.value().words(), mine)).ifPresent(other -> problems.error(code,
                word.place(), new Words("“" + word.value() + "” 在 “" + other.value() + "”(第 "
                        + other.place().line() + " 行)已经用了,分不清是哪一个",
                        "'" + word.value() + "' belongs to '" + other.value() + "' (line " + other.place().line()
                                + ") already"),
                mend));
    }
}
