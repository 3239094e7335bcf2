package io.qunbot.plugins.welcome;

import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Shorthand;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What is said to newcomers some days later, unless they spoke, bought or want to be left alone. */
@Doc(zh = "进群以后几天的跟进;本人说了话、有了停止标签、退订了就停", en = "what follows some days after joining; it ends when they speak, get one of the tags, or opt out")
@Shorthand("days")
public record Follow(
        @Default("10:00") @Doc(zh = "几点", en = "the time of day") LocalTime time,
        @Doc(zh = "有了其中一个标签就停,例如 已成交", en = "it ends with one of these tags, such as bought") List<String> unless,
        @Doc(zh = "第几天做什么", en = "what happens on which day") List<Located<Day>> days) {

    /** One day of it. */
    @Doc(zh = "一天", en = "a day")
    public record Day(
            @Doc(zh = "进群以后第几天,第二天是 1", en = "so many days after joining") Located<Integer> day,
            @Doc(zh = "说什么:{{names}}、{{count}};同一天的人合成一条", en = "the words, once for all: {{names}}, {{count}}") Optional<Located<Template>> say,
            @Doc(zh = "告诉同事什么", en = "what colleagues are told") Optional<Tell> tell) {

        /** Its name in memory. */
        String key() {
            return "day." + day.value();
        }
    }

    public Follow {
        unless = List.copyOf(unless);
        days = List.copyOf(days);
    }
}
