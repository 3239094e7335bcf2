package io.qunbot.plugins.signup;

import io.qunbot.calendar.Moment;
import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.roll.Ack;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that members sign up for. */
@Doc(zh = "一个报名", en = "a sign-up")
public record Signup(
        @Doc(zh = "固定的名字,改了就算新的报名", en = "a stable name; a new name is a new sign-up") Located<String> id,
        @Doc(zh = "叫什么;接龙的标题里有它,就算这个报名", en = "what it is called; a 接龙 with it in its head counts") Optional<String> title,
        @Doc(zh = "整句话是其中一个,就算报名", en = "who says one of these, and nothing else, signs up") List<Located<Keyword>> is,
        @Doc(zh = "整句话是其中一个,就算取消", en = "who says one of these, and nothing else, cancels") List<Located<Keyword>> cancel,
        @Doc(zh = "到时间在群里说一声", en = "is announced in the group at its time") Optional<Located<Announce>> announce,
        @Doc(zh = "什么时候可以报", en = "when one may sign up") Optional<Located<Open>> open,
        @Doc(zh = "哪天几点,可以是每周:\"2026-12-18 14:30\"、\"每周三 15:00\"", en = "when it takes place, perhaps every week") Optional<Located<Moment>> date,
        @Doc(zh = "名额:30,或者 2/1d(每天两个,按报名的人说的日期)", en = "seats: 30, or 2/1d for each day that is asked for") Optional<Located<Seats>> seats,
        @Doc(zh = "要问的几项,一次问完;没说全的再问一次", en = "what is asked, all at once; what is missing is asked for once more") List<Located<String>> ask,
        @Doc(zh = "怎么问;不写就是“麻烦一次发我:…”", en = "the words that ask") Optional<Located<Template>> question,
        @Doc(zh = "没说全时怎么再问:{{missing}} 还差哪几项", en = "the words that ask once more: {{missing}}") Optional<Located<Template>> missing,
        @Doc(zh = "等多久回答;默认 1h,客户群 12h", en = "how long answers are waited for; 1h, in customer groups 12h") Optional<Duration> within,
        @Doc(zh = "报上了:{{name}},{{count}} 目前几位", en = "signed up: {{name}}, {{count}} so far") Optional<Located<Template>> say,
        @Doc(zh = "已经报过", en = "had signed up before") Optional<Located<Template>> again,
        @Doc(zh = "满了:{{waiting}} 候补第几位;按天的名额满了,换一天", en = "full: {{waiting}} is the place in the waiting list; with seats by the day, to ask for another day") Optional<Located<Template>> full,
        @Doc(zh = "候补补上了", en = "somebody who waited has got a seat") Optional<Located<Template>> moved,
        @Doc(zh = "还没开始,或者已经截止", en = "not open yet, or closed") Optional<Located<Template>> closed,
        @Doc(zh = "取消了", en = "cancelled") Optional<Located<Template>> cancelled,
        @Doc(zh = "怎样回执", en = "how receipts are given") Optional<Ack> ack,
        @Doc(zh = "提醒报了名的人,可以写几个", en = "reminders for those who signed up") List<Located<Remind>> remind,
        @Doc(zh = "签到", en = "checking in") Optional<Located<Checkin>> checkin,
        @Doc(zh = "名单发给哪些同事", en = "colleagues who get the list") Optional<Located<Listing>> list,
        @Doc(zh = "结束以后", en = "afterwards") Optional<Located<Digest>> digest,
        @Doc(zh = "在哪种会话里:internal、customer、direct;不写就是都可以", en = "in which kinds of conversation; everywhere by default") List<ChatKind> in) {

    public Signup {
        is = List.copyOf(is);
        cancel = List.copyOf(cancel);
        ask = List.copyOf(ask);
        remind = List.copyOf(remind);
        in = in.isEmpty() ? List.of(ChatKind.values()) : List.copyOf(in);
    }

    String name() {
        return id.value();
    }

    /** What members know it by. */
    String label() {
        return title.orElse(name());
    }

    /** What findings and words call it. */
    String rule() {
        return "signup." + name();
    }

    List<String> fields() {
        return ask.stream().map(Located::value).toList();
    }

    static List<Keyword> words(List<Located<Keyword>> written) {
        return written.stream().map(Located::value).toList();
    }

    Ack acks() {
        return ack.orElse(Ack.USUAL);
    }

    /** All that members may get to read. */
    Stream<Located<Template>> texts() {
        return Stream.of(question, missing, say, again, full, moved, closed, cancelled, acks().say(),
                announce.map(it -> it.value().say()), checkin.flatMap(it -> it.value().say()),
                digest.flatMap(it -> it.value().say())).flatMap(Optional::stream);
    }

    /** What is said at a time of its own, and the reminders. */
    Stream<Located<Template>> reminders() {
        return remind.stream().map(it -> it.value().say());
    }

    /** When those who come are asked and told. */
    @Doc(zh = "什么时候可以报", en = "when one may sign up")
    public record Open(
            @Doc(zh = "从什么时候起", en = "from when on") Optional<LocalDateTime> from,
            @Doc(zh = "到什么时候为止", en = "until when") Optional<LocalDateTime> until) {}

    /** Words for the group at a time. */
    @Doc(zh = "到时间在群里说", en = "is said in the group at its time")
    public record Announce(
            @Doc(zh = "什么时候", en = "when") Located<Moment> at,
            @Doc(zh = "说什么", en = "the words") Located<Template> say) {}

    /** A reminder for those who signed up; nobody signed up, nothing is said. */
    @Doc(zh = "提醒报了名的人", en = "reminds those who signed up")
    public record Remind(
            @Doc(zh = "提前多久", en = "how long before") Duration before,
            @Doc(zh = "那天几点;不写就正好提前这么久", en = "at what time of that day; exactly so long before without it") Optional<LocalTime> time,
            @Doc(zh = "说什么:{{names}} 报了名的人(退订的不点名),{{count}} 几位", en = "the words: {{names}} of those who signed up, {{count}}") Located<Template> say) {}

    /** How those who came show that they are there. */
    @Doc(zh = "签到", en = "checking in")
    public record Checkin(
            @Doc(zh = "签到的话;auto 是到时候随机的四位数,先告诉同事", en = "the word to say; auto is a number that colleagues are told first") @Default("auto") String code,
            @Doc(zh = "提前多久开始", en = "how long before it begins") @Default("1h") Duration from,
            @Doc(zh = "开始以后多久截止", en = "how long after the beginning it ends") @Default("3h") Duration until,
            @Doc(zh = "谁先知道 auto 的签到码;默认收名单的同事", en = "who is told the code of auto; those who get the list by default") List<Located<String>> who,
            @Doc(zh = "签到以后说的话", en = "the words for whoever checked in") Optional<Located<Template>> say) {

        public Checkin {
            who = List.copyOf(who);
        }

        boolean isAuto() {
            return code.equals("auto");
        }
    }

    /** Who gets the list, and when. */
    @Doc(zh = "名单发给同事", en = "the list for colleagues")
    public record Listing(
            @Doc(zh = "staff 里的岗位", en = "posts of staff") List<Located<String>> who,
            @Doc(zh = "提前多久,配合 date", en = "how long before, with date") Optional<Duration> before,
            @Doc(zh = "什么时候:每个工作日 18:00;有新报名才发", en = "when; only when somebody signed up since") Optional<Located<Moment>> at,
            @Doc(zh = "说什么:{{list}} 名单,{{count}} 几位,{{waiting}} 几位候补", en = "the words: {{list}}, {{count}}, {{waiting}}") Optional<Located<Template>> text) {

        public Listing {
            who = List.copyOf(who);
        }
    }

    /** What is said and told when it is over. */
    @Doc(zh = "结束以后", en = "afterwards")
    public record Digest(
            @Doc(zh = "开始以后多久", en = "how long after the beginning") @Default("2h") Duration after,
            @Doc(zh = "在群里说:{{count}} 报了几位,{{here}} 签到几位,{{names}} 谁", en = "said in the group: {{count}}, {{here}} checked in, {{names}}") Optional<Located<Template>> say,
            @Doc(zh = "告诉同事:{{missing}} 谁没签到", en = "told to colleagues: {{missing}} did not check in") Optional<Tell> tell) {}
}
