package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that mean the same to an operator: {@code rules/synonyms.yaml}. */
@Doc(zh = "同义词", en = "words that mean the same")
@FileKind(value = "synonyms", files = "rules/synonyms.yaml")
public record SynonymFile(
        @Doc(zh = "一行一组意思一样的词,例如 [发票, 开票, 票据]", en = "a line for each group of words that mean the same") List<Located<List<Located<Keyword>>>> groups) {

    public SynonymFile {
        groups = List.copyOf(groups);
    }

    /** The groups, normalised. */
    List<List<String>> words() {
        return groups.stream().map(group -> group.value().stream().map(word -> word.value().words()).toList()).toList();
    }

    /** Reports groups of one word and words of two groups. */
    void check(Problems problems) {
        Map<String, Place> seen = new HashMap<>();
        for (Located<List<Located<Keyword>>> group : groups) {
            if (group.value().size() < 2) {
                problems.error("R221", group.place(), new Words("这一组只有一个词", "this group has one word"),
                        new Words("一组至少两个词,用英文逗号隔开,例如 - [发票, 票据]",
                                "a group is two words or more, with commas: - [发票, 票据]"));
            }
            group.value().forEach(word -> once(word, seen, problems));
        }
    }

    private static void once(Located<Keyword> word, Map<String, Place> seen, Problems problems) {
        Place before = seen.putIfAbsent(word.value().words(), word.place());
        if (before != null) {
            problems.error("R222", word.place(),
                    new Words("“" + word.value() + "”在第 " + before.line() + " 行已经有了",
                            "'" + word.value() + "' is in a group on line " + before.line() + " already"),
                    new Words("一个词只能在一组里;意思都一样就合成一组",
                            "a word is in one group only; make one of the two if all mean the same"));
        }
    }
}
