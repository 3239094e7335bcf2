package io.qunbot.plugins.reply.faq;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an operator writes in a file of questions. */
@Doc(zh = "一份问答", en = "a catalogue of questions")
@FileKind(value = "faq", files = "rules/faq/*.yaml")
public record FaqFile(
        @Key("faq") @Doc(zh = "固定的代号", en = "the stable id by which it is known") String id,
        @Doc(zh = "给人看的名字", en = "its name for people") Optional<String> title,
        @Doc(zh = "谁负责更新:岗位,或者同事的账号", en = "who keeps it up to date: a post, or a colleague's account") Optional<String> owner,
        @Doc(zh = "过了这天 check 提醒复核", en = "after this day check reminds of a review") Optional<Located<LocalDate>> review,
        @Doc(zh = "问题,一条一个意思", en = "the questions, each with one meaning") List<Located<FaqQuestion>> questions) {

    public FaqFile {
        questions = List.copyOf(questions);
    }
}
