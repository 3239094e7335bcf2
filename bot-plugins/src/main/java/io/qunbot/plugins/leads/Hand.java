package io.qunbot.plugins.leads;

import io.qunbot.plugin.Template;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who gets a lead. */
@Doc(zh = "交给谁", en = "who gets a lead")
public record Hand(
        @Doc(zh = "staff 里的岗位,几位同事轮流接", en = "posts of staff, whose colleagues take turns") List<Located<String>> who,
        @Default("1d") @Doc(zh = "多久之内要答复(同事在的时间起算),不答就轮到下一位,每人一次", en = "how soon they answer, from when they are there; then it is the next one's turn, once each") Duration within,
        @Key("return") @Doc(zh = "退回时可以写的原因", en = "the reasons for which it may be returned") List<Located<String>> reasons,
        @Key("else") @Doc(zh = "大家都没答复就交给这些岗位,默认 manager", en = "the posts that get it when nobody answers; manager by default") List<Located<String>> next,
        @Doc(zh = "怎么告诉同事", en = "the words for the colleague") Optional<Located<Template>> text,
        @Doc(zh = "建议的开场白", en = "the suggested opening") Optional<Located<Template>> opening) {

    public Hand {
        who = List.copyOf(who);
        reasons = List.copyOf(reasons);
        next = List.copyOf(next);
    }

    /** The reason that is meant; empty when it is none of them. */
    Optional<String> reason(String note) {
        return reasons.isEmpty()
                ? Optional.of(note)
                : reasons.stream().map(Located::value).filter(note::startsWith).findFirst();
    }
}
