package io.qunbot.plugins.welcome;

import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** Newcomers say who they are, and the group answers. */
@Doc(zh = "自我介绍", en = "introductions")
public record Introduce(
        @Doc(zh = "怎样算自我介绍;不写就是进群后第一段长一点的话", en = "what counts as one; by default the first longer message") Optional<Located<Like>> like,
        @Default("24h") @Doc(zh = "进群以后多久之内", en = "how long after joining") Duration within,
        @Doc(zh = "到时间还没介绍的,一起提醒一次", en = "one reminder for all who have not done it by then") Optional<Located<Template>> remind,
        @Key("remind_as") @Default("once") @Doc(zh = "提醒的方式", en = "how they are reminded") Reminding remindAs,
        @Doc(zh = "谢谢的话:{{name}}、{{names}}、{{count}}", en = "thanks: {{name}}, {{names}}, {{count}}") Optional<Located<Template>> thanks,
        @Doc(zh = "请大家 +1 的话,跟在谢谢后面,一天最多一次", en = "asks the others to join in; follows the thanks, once a day at most") Optional<Located<Template>> echo,
        @Doc(zh = "谢谢的话攒多久合成一条;客户群默认 2h,别的群马上说", en = "for how long thanks are gathered; 2h in customer groups, at once elsewhere") Optional<Duration> gather,
        @Doc(zh = "打的标签", en = "the tag they get") Optional<String> tag,
        @Doc(zh = "告诉同事:{{name}} 谁、{{quote}} 怎么说的", en = "what colleagues are told: {{name}}, {{quote}}") Optional<Tell> tell,
        @Doc(zh = "每天一句:今天谁介绍了自己", en = "a line a day with those who introduced themselves") Optional<Located<Daily>> daily) {

    /** How newcomers are reminded. */
    public enum Reminding {
        @Doc(zh = "合成一条,一个群一天最多一条,每个人一生只在里面一次", en = "all in one message, one a day at most, each member in one of them only")
        @Key({"once", "合并"})
        ONCE
    }

    /** When and what. */
    @Doc(zh = "每天一句", en = "a line a day")
    public record Daily(
            @Doc(zh = "几点", en = "the time of day") LocalTime time,
            @Doc(zh = "说什么:{{names}}、{{count}}", en = "the words: {{names}}, {{count}}") Located<Template> say) {}

    Like likeness() {
        return like.map(Located::value).orElse(Like.USUAL);
    }
}
