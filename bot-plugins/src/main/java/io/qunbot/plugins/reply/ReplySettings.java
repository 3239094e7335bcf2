package io.qunbot.plugins.reply;

import io.qunbot.plugin.MessageForm;
import io.qunbot.plugin.QuestionLimits;
import io.qunbot.plugins.reply.faq.FaqSettings;
import io.qunbot.text.Synonyms;
import io.qunbot.yaml.Companion;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator says about answers. */
@Doc(zh = "按规则和问答回答", en = "answers by rules and by a catalogue of questions")
@Planned("mode")
public record ReplySettings(
        @Doc(zh = "规则,先后顺序只在其他条件相同时才算", en = "the rules; their order counts only when all else is equal") List<Located<Rule>> rules,
        @Doc(zh = "谁的话会触发:member(默认)、staff", en = "whose words count: member (the default), staff") List<Role> from,
        @Doc(zh = "同一条规则在一个群里多久内不重复", en = "for how long a rule is not repeated in a group") @Default("0s") Duration cooldown,
        @Doc(zh = "哪些消息不算提问;默认 [接龙, 红包, 聊天记录, 转发文章, 表情, 拍一拍]", en = "which messages are no questions; by default chains, red packets, records, articles, stickers and nudges") Optional<List<MessageForm>> ignore,
        @Doc(zh = "超过这么多个字的不答,多半是转发", en = "longer messages, in characters, are not answered: most are forwarded") @Default("120") int longest,
        @Doc(zh = "先等同事多久,同事开口就不说了;@ 机器人和一对一不等", en = "how long colleagues have to be faster; not when the bot itself is asked") @Key("wait") @Default("0s") Duration patience,
        @Doc(zh = "问答文件和多有把握才答", en = "the catalogue of questions and how sure one has to be") Optional<Located<FaqSettings>> faq,
        @Doc(zh = "没人答上的问题记多久,例如 90d;off 不记", en = "for how long questions that went unanswered are kept, such as 90d, or off") @Default("90d") Keeping unanswered,
        @Doc(zh = "同义词文件,例如 synonyms.yaml,可以写几个", en = "files of words that mean the same, such as synonyms.yaml") List<Companion<SynonymFile>> synonyms) {

    public ReplySettings {
        rules = List.copyOf(rules);
        synonyms = List.copyOf(synonyms);
        from = from.isEmpty() ? List.of(Role.MEMBER) : List.copyOf(from);
    }

    /** The groups of all files together. */
    Synonyms sameMeaning() {
        return Synonyms.of(synonyms.stream().flatMap(file -> file.content().words().stream()).toList());
    }

    List<MessageForm> ignored() {
        return ignore.orElse(QuestionLimits.USUAL.ignored());
    }
}
