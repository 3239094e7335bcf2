package io.qunbot.plugins.reply;

import io.qunbot.plugin.Hours;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Pattern;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Optional;

/** What must hold of a message, all of it together. */
@Doc(zh = "条件,写到的都要满足", en = "what must hold, all together")
public record Condition(
        @Doc(zh = "整句就是其中一个(标点、空格、表情、客套不算)", en = "the whole message is one of these, but for punctuation and courtesy") List<Located<Keyword>> is,
        @Doc(zh = "出现其中任何一个", en = "one of these occurs") List<Located<Keyword>> any,
        @Doc(zh = "全部出现", en = "all of these occur") List<Located<Keyword>> all,
        @Doc(zh = "一个也不出现", en = "none of these occurs") List<Located<Keyword>> none,
        @Doc(zh = "正则表达式;{{match}} 是对上的原文", en = "a regular expression; {{match}} is what it matched, as typed") Optional<Pattern> regex,
        @Doc(zh = "只认提问", en = "questions only") boolean ask,
        @Doc(zh = "只在 @ 机器人时(一对一会话总算)", en = "only when the bot is @-ed; a one-to-one conversation counts") boolean mention,
        @Doc(zh = "说话的人有其中一个标签", en = "the sender has one of these tags") List<String> tag,
        @Doc(zh = "说话的人是谁:member 成员、staff 同事、owner、manager、expert、active 活跃、lurker 潜水,或 staff 里的岗位", en = "who the sender is: member, staff, owner, manager, expert, active, lurker, or a post named under staff") List<Located<String>> role,
        @Doc(zh = "只在这些时间,例如 \"09:00-18:00\"、\"MON-FRI 09:00-18:00\"", en = "only at these times, such as \"MON-FRI 09:00-18:00\"") List<Hours> time,
        @Doc(zh = "同音也算:发漂 就是 发票(两个字起)", en = "by sound, too, from two characters on") boolean homophone,
        @Doc(zh = "“不用开发票”这样的否定也算出现", en = "also when the message turns it down") boolean negated,
        @Doc(zh = "说话的人在其中一个分群里(segments 里写的名字)", en = "the sender is in one of these segments") List<Located<String>> in) {

    /** One that asks for no segment. */
    public Condition(List<Located<Keyword>> is, List<Located<Keyword>> any, List<Located<Keyword>> all,
            List<Located<Keyword>> none, Optional<Pattern> regex, boolean ask, boolean mention, List<String> tag,
            List<Located<String>> role, List<Hours> time, boolean homophone, boolean negated) {
        this(is, any, all, none, regex, ask, mention, tag, role, time, homophone, negated, List.of());
    }

    public Condition {
        is = List.copyOf(is);
        any = List.copyOf(any);
        all = List.copyOf(all);
        none = List.copyOf(none);
        tag = List.copyOf(tag);
        role = List.copyOf(role);
        time = List.copyOf(time);
        in = List.copyOf(in);
    }

    boolean isEmpty() {
        return !isAnchored() && none.isEmpty() && isForAnybody();
    }

    /** Whether it needs certain words, and does not hold of just any message. */
    boolean isAnchored() {
        return !is.isEmpty() || !any.isEmpty() || !all.isEmpty() || regex.isPresent();
    }

    /** Whether words alone decide, and more words never keep it from holding. */
    boolean asksForWordsOnly() {
        return none.isEmpty() && isForAnybody();
    }

    /** Whether it does not matter who says it when and how. */
    boolean isForAnybody() {
        return !ask && !mention && tag.isEmpty() && role.isEmpty() && time.isEmpty() && in.isEmpty();
    }
}
