package io.qunbot.transcript.form;

import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One conversation and what is expected in it. */
@Doc(zh = "一个用例", en = "a case")
public record TestCase(
        @Doc(zh = "名字:一句话说明应该怎样,例如 问发票得到答案", en = "its name: a sentence that says what should be") Located<String> name,
        @Doc(zh = "一行一句,每行加英文双引号,例如 - \"09:00 李雷: 发票怎么开?\"", en = "a line each, in double quotes, such as - \"09:00 李雷: 发票怎么开?\"") List<Located<String>> chat,
        @Doc(zh = "这个用例自己的会话种类", en = "this case's own kind of conversation") Optional<ChatKind> in,
        @Doc(zh = "这个用例自己的同事", en = "this case's own colleagues") Map<String, List<Located<String>>> people,
        @Doc(zh = "这个用例自己的日期", en = "this case's own day") Optional<Start> start,
        @Doc(zh = "开始之前就有的", en = "what was so before") Optional<Given> given,
        @Doc(zh = "先不跑,写上原因", en = "not run for now: the reason") Optional<String> skip) {

    public TestCase {
        chat = List.copyOf(chat);
    }
}
