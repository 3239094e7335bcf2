package io.qunbot.plugins.topics;

import io.qunbot.calendar.CronLine;
import io.qunbot.calendar.Every;
import io.qunbot.plugin.Hours;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** When a topic's time is. */
@Doc(zh = "什么时候", en = "when")
public record At(
        @Doc(zh = "哪些天:每天、工作日、周三、每月5日、3d", en = "which days") Optional<Located<Every>> every,
        @Doc(zh = "cron 表达式:分 时 日 月 星期", en = "a cron line") Optional<Located<CronLine>> cron,
        @Doc(zh = "只这一天", en = "this day only") Optional<LocalDate> date,
        @Doc(zh = "从群里来第一位客户(joined)或建群(created)那天算起", en = "counted from the first customer's joining, or from the group's creation") Optional<Since> since,
        @Doc(zh = "第几天,配合 since", en = "the day, with since") Optional<Integer> day,
        @Key("date_of") @Doc(zh = "这个群自己的日子,写在 vars 里,或者同事在群里说“!日期 名字 2027-03-01”", en = "a date of the group's own, from its vars or from a colleague's '!日期 NAME 2027-03-01'") Optional<Located<String>> dateOf,
        @Doc(zh = "提前多久,配合 date_of", en = "how long before, with date_of") Optional<Duration> before,
        @Doc(zh = "安静多久以后", en = "after so long a silence") Optional<Duration> idle,
        @Doc(zh = "只在这些时间里,配合 idle", en = "only at these hours, with idle") List<Hours> between,
        @Doc(zh = "几点", en = "the time of day") Optional<LocalTime> time,
        @Doc(zh = "从哪天起", en = "from which day") Optional<LocalDate> from,
        @Doc(zh = "到哪天为止(当天还算)", en = "until which day, inclusive") Optional<LocalDate> until,
        @Doc(zh = "holidays:法定节假日不说", en = "holidays: not on public holidays") Optional<Skip> skip,
        @Doc(zh = "workdays:只在工作日说,调休上班的周末也算", en = "workdays: only when people work") Optional<Only> only,
        @Doc(zh = "群里有这样的成员就不说", en = "not in groups with such members") Optional<Crowd> unless,
        @Doc(zh = "机器人错过了怎么办,默认 30m", en = "how late is not too late, 30m by default") Optional<Lateness> late,
        @Doc(zh = "各个群错开在这段时间里说", en = "groups are spread over this time") Optional<Duration> window) {

    /** What days are counted from. */
    public enum Since {
        @Doc(zh = "群里来第一位客户那天", en = "the day on which the first customer joined")
        JOINED,
        @Doc(zh = "建群那天", en = "the day on which the group was created")
        CREATED
    }

    /** Days on which nothing is said. */
    public enum Skip {
        @Doc(zh = "法定节假日", en = "public holidays")
        @Key({"holidays", "节假日"})
        HOLIDAYS
    }

    /** The only days on which something is said. */
    public enum Only {
        @Doc(zh = "工作日", en = "working days")
        @Key({"workdays", "工作日"})
        WORKDAYS
    }

    public At {
        between = List.copyOf(between);
    }
}
