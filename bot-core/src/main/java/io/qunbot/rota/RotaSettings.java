package io.qunbot.rota;

import io.qunbot.plugin.Hours;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Shorthand;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What an operator writes in a rota's file. */
@Doc(zh = "一张值班表:谁在什么时候值班", en = "a rota: who is on duty when")
@FileKind(value = "rota", files = "config/rota/*.yaml")
public record RotaSettings(
        @Doc(zh = "给人看的名字", en = "its name for people") Optional<String> title,
        @Default("Asia/Shanghai") @Doc(zh = "时区", en = "the time zone") ZoneId zone,
        @Doc(zh = "轮流的同事,按顺序;几个人一起值就写成 [甲, 乙]", en = "colleagues in turn; several who are on duty together are a list of their own") List<Located<Team>> turn,
        @Default("week") @Doc(zh = "多久换一次班", en = "how long each has the duty") Every every,
        @Doc(zh = "从这一天起,第一个人开始值班", en = "the day on which the first of them begins") Optional<Located<LocalDate>> from,
        @Doc(zh = "到这一天为止,这一天也算", en = "the last day") Optional<Located<LocalDate>> until,
        @Default("00:00") @Doc(zh = "几点交班", en = "the time of day at which the duty is handed over") LocalTime at,
        @Doc(zh = "固定的班:这些时间归这些人,其余时间照轮流的来", en = "fixed shifts, which go before the turn") List<Located<Shift>> shifts,
        @Doc(zh = "请假", en = "who is away") List<Located<Leave>> leave,
        @Doc(zh = "换班:这几天里两个人的班对调", en = "two who have each other's duty for some days") List<Located<Swap>> swap) {

    /** How long each has the duty. */
    public enum Every {
        @Key({"day", "天"})
        @Doc(zh = "每天换", en = "a day")
        DAY(1),
        @Key({"week", "周"})
        @Doc(zh = "每周换", en = "a week")
        WEEK(7);

        private final int days;

        Every(int days) {
            this.days = days;
        }

        int days() {
            return days;
        }
    }

    /** Those who have the duty together; mostly one. */
    @Shorthand("who")
    @Doc(zh = "一位同事,或者一起值班的几位", en = "a colleague, or several together")
    public record Team(@Doc(zh = "账号", en = "accounts") List<Colleague> who) {}

    /** A part of the week that is always somebody's. */
    @Doc(zh = "固定的班", en = "a fixed shift")
    public record Shift(
            @Doc(zh = "什么时间,例如 \"SAT,SUN 09:00-18:00\"", en = "when, such as \"SAT,SUN 09:00-18:00\"") Hours hours,
            @Doc(zh = "谁", en = "whose") List<Colleague> who) {}

    /** Days on which somebody is away, both included. */
    @Doc(zh = "请假,头尾两天都算", en = "days of leave, the first and the last included")
    public record Leave(
            @Doc(zh = "谁请假", en = "who is away") Located<Colleague> who,
            @Doc(zh = "第一天", en = "the first day") LocalDate from,
            @Doc(zh = "最后一天", en = "the last day") LocalDate until,
            @Doc(zh = "谁替;不写就由轮到的下一位替", en = "who stands in; the next in turn by default") Optional<Colleague> substitute) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** Days on which two have each other's duty, both included. */
    @Doc(zh = "两个人对调的几天,头尾两天都算", en = "days on which two have each other's duty, the first and the last included")
    public record Swap(
            @Doc(zh = "哪两位", en = "which two") List<Located<Colleague>> who,
            @Doc(zh = "第一天", en = "the first day") LocalDate from,
            @Doc(zh = "最后一天", en = "the last day") LocalDate until) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public RotaSettings {
        turn = List.copyOf(turn);
        shifts = List.copyOf(shifts);
        leave = List.copyOf(leave);
        swap = List.copyOf(swap);
    }
}
