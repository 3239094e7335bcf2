package io.qunbot.plugins.guard;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Tell;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator says about advertisements. */
@Doc(zh = "像广告的内容:告诉同事,机器人自己不在群里说,也不回答它", en = "what looks like an advertisement: a colleague is told, the bot says nothing in the group and does not answer it")
public record GuardSettings(
        @Doc(zh = "什么算像广告:type 和 text 满足一样就算", en = "what looks like one: a type or a word is enough") Located<When> when,
        @Doc(zh = "什么不算", en = "what does not count") Optional<Except> except,
        @Doc(zh = "告诉同事;batch 里同一个人发的合成一条,不写 batch 先说一声、十分钟里再发的合成一条", en = "what colleagues are told: all that one member sends within batch is one message; without batch the first is told at once, and what follows within ten minutes is one message") Tell tell,
        @Doc(zh = "记次数:一阵算一次,几个群合在一起", en = "counts how often somebody does it, a burst for one, in all groups together") Optional<Located<Strikes>> strikes,
        @Default("false") @Doc(zh = "告诉同事以后,机器人照样回答", en = "whether the bot answers it all the same") boolean answer) {

    /** What looks like an advertisement. */
    @Doc(zh = "什么算像广告,满足一样就算", en = "what looks like an advertisement, one of these is enough")
    public record When(
            @Doc(zh = "这些消息:link 链接、card 名片、weapp 小程序……", en = "messages of these types: link, card, weapp and others") List<Kind> type,
            @Doc(zh = "话里、链接的标题里出现其中一个词;空格、标点、表情、繁简和全半角不算,三个字起的同音也算", en = "one of these words occurs, in what is typed or in a link's title, however it is spaced or written; from three characters on by its sound, too") List<Located<Keyword>> text) {

        public When {
            type = List.copyOf(type);
            text = List.copyOf(text);
        }
    }

    /** What does not count. */
    @Doc(zh = "什么不算像广告", en = "what does not look like an advertisement")
    public record Except(
            @Doc(zh = "这些网站的链接,例如 example.com,它下面的也算", en = "links to these hosts, such as example.com, and to those beneath them") List<Located<String>> hosts,
            @Doc(zh = "这些人发的:岗位,或 staff、owner、manager、expert、active;同事发的从来不算", en = "what these people send: a post, or staff, owner, manager, expert, active; colleagues never count") List<Located<String>> roles,
            @Doc(zh = "有这些话的消息,例如 兼职排班", en = "messages in which one of these occurs") List<Located<Keyword>> text) {

        static final Except NOTHING = new Except(List.of(), List.of(), List.of());

        public Except {
            hosts = List.copyOf(hosts);
            roles = List.copyOf(roles);
            text = List.copyOf(text);
        }
    }

    /** How often somebody does it. */
    @Doc(zh = "记次数", en = "how often somebody does it")
    public record Strikes(
            @Default("30d") @Doc(zh = "记多久以内的", en = "within which time they count") Duration within,
            @Doc(zh = "到第几次再告诉谁", en = "whom else to tell at which of them") List<Located<Step>> then) {

        public Strikes {
            then = List.copyOf(then);
        }
    }

    /** What happens at one of them. */
    @Doc(zh = "到第几次", en = "what happens at one of them")
    public record Step(
            @Doc(zh = "第几次", en = "which one") int at,
            @Doc(zh = "告诉同事什么,例如请群主把他移出群", en = "what to tell colleagues, such as a proposal to remove the member") Tell tell) {

        String rule() {
            return "guard.strikes." + at;
        }
    }

    Except exceptions() {
        return except.orElse(Except.NOTHING);
    }
}
