package io.qunbot.plugins.rollcall;

import io.qunbot.calendar.Moment;
import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Detail;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.roll.Ack;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that members report, day by day or box by box. */
@Doc(zh = "一个打卡", en = "a roll-call")
public record Rollcall(
        @Doc(zh = "固定的名字,改了就算新的", en = "a stable name; a new name is a new roll-call") Located<String> id,
        @Doc(zh = "叫什么;接龙的标题里有它就算", en = "what it is called; a 接龙 with it in its head counts") Optional<String> title,
        @Doc(zh = "整句话是其中一个,就算打卡", en = "who says one of these, and nothing else, is counted") List<Located<Keyword>> is,
        @Doc(zh = "哪些天;不写就一直算", en = "on which days; always without it") Optional<Located<Days>> days,
        @Doc(zh = "每天几点到几点;不写就是全天", en = "at which hours; all day without it") Optional<Hours> window,
        @Doc(zh = "每个词是一格,每格记一次;默认每人每天记一次", en = "whether each word is a box of its own, ticked once; by default a person counts once a day") @Default("false") boolean each,
        @Doc(zh = "把说的词记成标签,别的规则可以看", en = "whether the word becomes a tag, which other rules can see") @Default("false") boolean tag,
        @Doc(zh = "记上了:{{name}}、{{word}},{{count}} 今天第几位(each 时是记了几格)", en = "noted: {{name}}, {{word}}, {{count}} so far today, or how many boxes") Optional<Located<Template>> say,
        @Doc(zh = "今天已经打过", en = "had been noted before") Optional<Located<Template>> again,
        @Doc(zh = "每一格都有了,配合 each", en = "all boxes are ticked, with each") Optional<Located<Template>> done,
        @Doc(zh = "怎样回执", en = "how receipts are given") Optional<Ack> ack,
        @Doc(zh = "每天小结", en = "what is said at the end of each day") Optional<Located<Close>> close,
        @Doc(zh = "报告给同事", en = "what colleagues are told") Optional<Located<Report>> report,
        @Doc(zh = "谁应该来:有这个标签的人", en = "who is expected: those with this tag") Optional<Expect> expect,
        @Doc(zh = "谁还没有", en = "who is missing") Optional<Located<Missing>> missing,
        @Doc(zh = "在哪种会话里:internal、customer、direct;不写就是都可以", en = "in which kinds of conversation; everywhere by default") List<ChatKind> in) {

    public Rollcall {
        is = List.copyOf(is);
        in = in.isEmpty() ? List.of(ChatKind.values()) : List.copyOf(in);
    }

    String name() {
        return id.value();
    }

    String label() {
        return title.orElse(name());
    }

    String rule() {
        return "rollcall." + name();
    }

    /** The fact that says how many boxes a member ticked. */
    String fact() {
        return Detail.PROGRESS + "." + name();
    }

    Ack acks() {
        return ack.orElse(Ack.USUAL);
    }

    List<Keyword> words() {
        return is.stream().map(Located::value).toList();
    }

    /** All that members may get to read. */
    Stream<Located<Template>> texts() {
        return Stream.of(say, again, done, acks().say(), close.map(it -> it.value().say()))
                .flatMap(Optional::stream);
    }

    /** On which days it counts. */
    @Doc(zh = "哪些天:{ from, until },或者 { since: joined, for: 14d }", en = "which days: { from, until }, or { since: joined, for: 14d }")
    public record Days(
            @Doc(zh = "从哪天起", en = "from which day") Optional<LocalDate> from,
            @Doc(zh = "到哪天为止(当天还算)", en = "until which day, inclusive") Optional<LocalDate> until,
            @Doc(zh = "joined:从群里来第一位客户那天算起", en = "joined: counted from the first customer's joining") Optional<Since> since,
            @Key("for") @Doc(zh = "多少天,配合 since", en = "for how many days, with since") Optional<Duration> duration) {}

    /** What days are counted from. */
    public enum Since {
        @Doc(zh = "群里来第一位客户那天", en = "the day on which the first customer joined")
        JOINED
    }

    /** What is said at the end of each day. */
    @Doc(zh = "每天小结", en = "what is said at the end of each day")
    public record Close(
            @Doc(zh = "几点", en = "at what time") LocalTime at,
            @Doc(zh = "少于几位就不说", en = "with fewer nothing is said") @Default("1") int least,
            @Doc(zh = "说什么:{{count}} 今天几位,{{names}} 谁,{{streak.7}} 连续 7 天的几位,{{top}} 连续最久的", en = "the words: {{count}}, {{names}}, {{streak.7}} of seven days running, {{top}}") Located<Template> say) {}

    /** What colleagues are told. */
    @Doc(zh = "报告给同事;没有人打卡就不发", en = "what colleagues are told, if anybody was counted")
    public record Report(
            @Doc(zh = "staff 里的岗位", en = "posts of staff") List<Located<String>> who,
            @Doc(zh = "什么时候", en = "when") Located<Moment> at,
            @Doc(zh = "说什么:{{list}} 每人几次,{{count}} 几位", en = "the words: {{list}}, {{count}}") Optional<Located<Template>> text) {

        public Report {
            who = List.copyOf(who);
        }
    }

    /** Who is expected. */
    @Doc(zh = "谁应该来", en = "who is expected")
    public record Expect(@Doc(zh = "有这个标签的人", en = "those with this tag") String tag) {}

    /** When colleagues get to know who is missing. */
    @Doc(zh = "谁还没有", en = "who is missing")
    public record Missing(
            @Doc(zh = "什么时候;每天的看当天,每周的看这一周,写明哪一天的看全部", en = "when: a daily time looks at the day, a weekly one at the week, a date at all") Located<Moment> at,
            @Doc(zh = "告诉同事:{{missing}} 谁", en = "what colleagues are told: {{missing}}") Tell tell) {}
}
