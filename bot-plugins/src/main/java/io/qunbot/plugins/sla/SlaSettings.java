package io.qunbot.plugins.sla;

import io.qunbot.calendar.Moment;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How soon somebody takes up what customers ask. */
@Doc(zh = "客户的问题多久有人接,没人接告诉谁", en = "how soon somebody takes up what customers ask, and who is told when nobody does")
public record SlaSettings(
        @Key("first_reply") @Doc(zh = "多久之内要有人回,按营业时间算", en = "how soon somebody has to answer, in business time") Located<Duration> firstReply,
        @Doc(zh = "营业时间;没写星期几就是工作日(节假日不算,调休上班的周末算),每天都算写 \"每天 09:00-21:00\";整个不写就用配置的 hours", en = "business hours; without days of the week they are those of workdays, by the calendar of holidays; by default the profile's hours") List<Hours> hours,
        @Doc(zh = "急事:另算时间", en = "what is urgent has a time of its own") Optional<Located<Urgent>> urgent,
        @Doc(zh = "什么算接住了:staff 同事在群里说话、quote 同事引用了那句话、bot 机器人答了;默认 staff", en = "what ends the waiting: a colleague's words, a quotation by a colleague, the bot's answer; by default staff") List<Ending> ends,
        @Doc(zh = "答过以后客户又来问、说还是不行,多久之内要解决;只算工作日,一天 24 小时", en = "how soon it has to be settled when the member asks again; days off do not count, workdays count whole") Optional<Located<Duration>> resolve,
        @Key("else") @Doc(zh = "没人接依次告诉这些岗位,每过一个 first_reply 换下一个", en = "the posts that are told one after the other, one more after each first_reply") List<Located<String>> ladder,
        @Doc(zh = "哪些算问题:问题、截图;默认只算问题", en = "what counts as a question: words that ask, pictures; by default words that ask") List<Counted> counts,
        @Doc(zh = "这些规则(写 id)命中的话也算问题,例如报修", en = "the ids of rules whose messages count as questions, too") List<Located<String>> rules,
        @Doc(zh = "提醒同事时说什么:{{name}}、{{quote}}、{{waited}}、{{asked}}、{{group}}", en = "what colleagues are told: {{name}}, {{quote}}, {{waited}}, {{asked}}, {{group}}") Optional<Located<Template>> text,
        @Doc(zh = "定期小结给谁", en = "who gets a summary, and when") Optional<Located<Report>> report) {

    public SlaSettings {
        hours = List.copyOf(hours);
        ends = ends.isEmpty() ? List.of(Ending.STAFF) : List.copyOf(ends);
        ladder = List.copyOf(ladder);
        counts = counts.isEmpty() ? List.of(Counted.QUESTION) : List.copyOf(counts);
        rules = List.copyOf(rules);
    }

    /** What is urgent. */
    @Doc(zh = "急事", en = "what is urgent")
    public record Urgent(
            @Doc(zh = "哪条规则(写 id)命中算急事,可以写几条", en = "the ids of the rules whose messages are urgent") List<Located<String>> rule,
            @Key("first_reply") @Doc(zh = "多久之内要有人回", en = "how soon somebody has to answer") Located<Duration> firstReply,
            @Default("false") @Doc(zh = "夜里和休息日也照算", en = "whether it counts at night and on days off") boolean always) {

        public Urgent {
            rule = List.copyOf(rule);
        }

        boolean isMeant(String name) {
            return rule.stream().anyMatch(each -> each.value().equals(name));
        }
    }

    /** What ends the waiting. */
    public enum Ending {
        @Doc(zh = "同事在群里说话", en = "a colleague's words in the group")
        @Key({"同事", "staff"})
        STAFF,
        @Doc(zh = "同事引用了那句话", en = "a colleague quotes the question")
        @Key({"引用", "quote"})
        QUOTE,
        @Doc(zh = "机器人自己答了(草稿不算)", en = "the bot's own answer; a draft is none")
        @Key({"机器人", "bot"})
        BOT
    }

    /** What counts as a question. */
    public enum Counted {
        @Doc(zh = "问句", en = "words that ask")
        @Key({"问题", "question"})
        QUESTION,
        @Doc(zh = "图片、视频", en = "pictures and films")
        @Key({"截图", "screenshot"})
        SCREENSHOT
    }

    /** A summary for colleagues. */
    @Doc(zh = "定期小结", en = "a summary for colleagues")
    public record Report(
            @Doc(zh = "staff 里的岗位", en = "posts of staff") List<Located<String>> who,
            @Doc(zh = "什么时候,例如 每周一 10:00", en = "when, such as 每周一 10:00") Located<Moment> at) {

        public Report {
            who = List.copyOf(who);
        }
    }
}
