package io.qunbot.plugins.adopt;

import io.qunbot.calendar.Moment;
import io.qunbot.plugin.Tell;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.time.Duration;

/** What an operator says about groups that nobody asked for. */
@Doc(zh = "没人认领的群:有的话每天提醒一次,所有的群合成一条", en = "groups that no profile asks for: once a day, if there are any, all in one message")
public record AdoptSettings(
        @Doc(zh = "什么时候:\"10:00\"、\"每个工作日 10:00\"", en = "when: \"10:00\", \"workdays 10:00\"") Located<Moment> at,
        @Default("30d") @Doc(zh = "多久没有动静的群不再提", en = "groups in which nothing happened for so long are left out") Duration within,
        @Doc(zh = "告诉同事:{{count}} 几个群,{{names}} 哪些群;mode: watch 也会发", en = "what colleagues are told: {{count}}, {{names}}; with mode: watch, too") Tell tell) {}
