package io.qunbot.plugins.topics;

import io.qunbot.chat.Manner;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.util.Locale;
import java.util.Map;

/** What a topic is about; the five kinds that a mix is usually made of have several names each. */
@Doc(zh = "话题的类别", en = "the kind of a topic")
@Written(words = {"生活", "观点", "成绩", "干货", "推广"}, examples = {"服务", "活动"})
public record Kind(String name) {

    private static final String AD = "推广";
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("life", "生活"),
            Map.entry("opinion", "观点"), Map.entry("results", "成绩"), Map.entry("结果", "成绩"),
            Map.entry("know-how", "干货"), Map.entry("knowhow", "干货"), Map.entry("ads", AD), Map.entry("ad", AD),
            Map.entry("广告", AD), Map.entry("advertisement", AD));

    public static Kind parse(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > 20) {
            throw new Mistake(new Words("类别要用几个字写出来", "a kind is a short word"),
                    new Words("例如 kind: 干货", "for instance kind: know-how"));
        }
        return new Kind(NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name));
    }

    /** How words of this kind are treated on their way out. */
    Manner manner() {
        return name.equals(AD) ? Manner.AD : Manner.TOPIC;
    }
}
