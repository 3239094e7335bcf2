package io.qunbot.plugins.reply.faq;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.say.Saying;
import io.qunbot.plugins.reply.effect.Deed;
import io.qunbot.plugins.reply.effect.Limits;
import io.qunbot.plugins.reply.effect.Then;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One question and what to say to it. */
@Doc(zh = "一个问题", en = "a question")
public record FaqQuestion(
        @Doc(zh = "固定的名字", en = "a stable name") Optional<Located<String>> id,
        @Doc(zh = "成员真实的问法,3-5 种", en = "the ways members really ask it, three to five") List<Located<String>> ask,
        @Doc(zh = "看着像、其实不是它的问法", en = "ways that look alike but are not it") List<Located<String>> not,
        @Doc(zh = "怎么回答;写成列表时轮流说其中一句", en = "what to say; of a list, one in turn") List<Located<Saying>> say,
        @Doc(zh = "告诉哪些同事什么", en = "what to tell which colleagues") Optional<Tell> tell,
        @Doc(zh = "给问的人打上的标签,“-”开头的是去掉", en = "tags for the asker; those with '-' are taken off") List<String> tag,
        @Doc(zh = "stop:到此为止", en = "stop: nothing else happens to the message") Optional<Then> then,
        @Doc(zh = "只在这些地方:internal 内部群、customer 客户群、direct 一对一", en = "only in these kinds of conversation") List<ChatKind> in,
        @Doc(zh = "只答这些人:member 成员、staff 同事,或者 staff 里的岗位", en = "only for these: member, staff, or posts of staff") @Key({
                "role", "roles"}) List<Located<String>> role,
        @Doc(zh = "只答带有其中一个标签的人", en = "only for those who carry one of these tags") List<String> tagged,
        @Doc(zh = "从哪天起", en = "from which day") Optional<LocalDate> from,
        @Doc(zh = "到哪天为止(当天还算)", en = "until which day, inclusive") Optional<LocalDate> until,
        @Doc(zh = "这个问题由谁负责", en = "who is in charge of this question") Optional<String> owner,
        @Doc(zh = "这个答案可以做到哪一步,比整份配置更小心时写", en = "how far this answer may go by itself, where that is less than its profile says") Optional<Mode> mode,
        @Doc(zh = "过了这天 check 提醒复核", en = "after this day check reminds of a review") Optional<Located<LocalDate>> review,
        @Doc(zh = "这个问题自己的 cooldown", en = "its own cooldown") Optional<Duration> cooldown,
        @Doc(zh = "这个问题自己的 wait", en = "its own wait") @Key("wait") Optional<Duration> patience) {

    /** What stands where somebody still has to write the answer. */
    static final String UNWRITTEN = "【待填写】";

    public FaqQuestion {
        ask = List.copyOf(ask);
        not = List.copyOf(not);
        say = List.copyOf(say);
        tag = List.copyOf(tag);
        in = List.copyOf(in);
        role = List.copyOf(role);
        tagged = List.copyOf(tagged);
    }

    Deed deed() {
        return new Deed(say, tell, tag, then.isPresent() || !say.isEmpty(), mode, owner);
    }

    Limits limits() {
        return new Limits(in, from, until, cooldown, patience);
    }

    /** Where a saying is still to be written. */
    Optional<Located<Saying>> unwritten() {
        return say.stream().filter(each -> each.value().words().source().contains(UNWRITTEN)).findFirst();
    }
}
