package io.qunbot.plugins.topics;

import io.qunbot.plugin.Pattern;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A question to everybody, and what becomes of the answers. */
@Doc(zh = "收集大家的回复", en = "collects answers")
public record Ask(
        @Key("for") @Doc(zh = "收集多久", en = "for how long") @Default("2h") Duration duration,
        @Doc(zh = "怎样算回答;不写就是超过 6 个字的话", en = "what is an answer; without it, more than six characters") Optional<Like> like,
        @Doc(zh = "谁应该回答:有这个标签的人", en = "who is expected to answer: those with this tag") Optional<String> expect,
        @Doc(zh = "收集完说的话:{{count}} 几人,{{names}} 谁,{{missing}} 谁还没有,{{top}} 连续最久的", en = "what is said at the end: {{count}}, {{names}}, {{missing}}, {{top}}") List<Located<Template>> close,
        @Doc(zh = "少于几个人就不说", en = "with fewer answers nothing is said") @Default("1") int least,
        @Doc(zh = "收集完告诉同事什么", en = "what colleagues are told at the end") Optional<Tell> tell) {

    /** How answers look. */
    @Doc(zh = "怎样算", en = "what counts")
    public record Like(@Doc(zh = "正则表达式", en = "a regular expression") Pattern regex) {}

    public Ask {
        close = List.copyOf(close);
    }
}
