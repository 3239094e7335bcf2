package io.qunbot.plugin;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is said before somebody joins, and how the bot can tell afterwards whether they belong there: by a code word, by
 * a form that they filled in, or by whoever invited them. One of these is enough.
 *
 * @param before for the page on which people join, or for the colleague who invites
 * @param require what is asked of members, a line each; people read it, no check does
 */
@Doc(zh = "进群之前说清楚的价值和门槛", en = "what is said and asked for before somebody joins")
public record Entry(
        @Doc(zh = "进群之前要说的话:给入群页面,或者给邀请的同事;./qunbot entry 配置 打印", en = "what is said before: for the join page, or for the colleague who invites; ./qunbot entry PROFILE prints it") Optional<Located<Template>> before,
        @Doc(zh = "门槛,一行一条,给人看的", en = "who may join, a line each, for people to read") List<String> require,
        @Doc(zh = "暗号:进群以后说到其中一个就算", en = "code words, of which one has to be said after joining") List<Keyword> code,
        @Doc(zh = "登记:填了就算", en = "a form that has to be filled in") Optional<Located<Form>> form,
        @Doc(zh = "有人邀请来的就算", en = "whether it is enough that somebody invited them") boolean invited,
        @Default("24h") @Doc(zh = "进群以后多久之内", en = "how long after joining") Duration within,
        @Doc(zh = "核实了打的标签", en = "the tag of those who pass") Optional<String> tag,
        @Key("else") @Doc(zh = "没有核实的怎么办", en = "what becomes of the others") Optional<Located<Otherwise>> next) {

    /** How it shows that a form was filled in. */
    @Doc(zh = "怎样算登记了", en = "how it shows that a form was filled in")
    public record Form(
            @Doc(zh = "说的话里有这样的内容(正则表达式)", en = "their words match this regular expression") Optional<Pattern> regex,
            @Doc(zh = "身上有这个标签", en = "they have this tag") Optional<String> tag) {}

    /** What becomes of those who did not pass. WeCom lets no bot remove anybody: a colleague does. */
    @Doc(zh = "没有核实的怎么办;企业微信不让机器人移出成员,要由同事来做", en = "what becomes of those who did not pass; WeCom lets no bot remove members, a colleague has to")
    public record Otherwise(
            @Doc(zh = "打的标签", en = "a tag") Optional<String> tag,
            @Doc(zh = "告诉同事:{{names}} 谁,{{count}} 几人", en = "what colleagues are told: {{names}}, {{count}}") Optional<Tell> tell,
            @Doc(zh = "建议同事道别时说的话,附在 tell 后面", en = "what a colleague may say to part with them; goes with tell") Optional<Located<Template>> farewell) {}

    public Entry {
        require = List.copyOf(require);
        code = List.copyOf(code);
    }

    /** Whether there is anything that the bot can find out by itself. */
    public boolean canBeChecked() {
        return !code.isEmpty() || form.isPresent() || invited;
    }

    /** Reports the mistakes that its types cannot see. */
    public void check(Place place, PluginServices services, Problems problems) {
        before.ifPresent(text -> Template.check(text, Vocabulary.names(services), problems));
        form.filter(asked -> asked.value().regex().isEmpty() && asked.value().tag().isEmpty())
                .ifPresent(asked -> problems.error("R414", asked.place(),
                        new Words("没有写怎样算登记了", "it does not say when the form is filled in"),
                        new Words("写 regex 或 tag", "write regex or tag")));
        if (canBeChecked() && tag.isEmpty() && next.isEmpty()) {
            problems.warn("R414", place, new Words("核实了、没核实都没有后续", "nothing follows, whoever passes or not"),
                    new Words("写 tag,或者 else: { tell: { who: owner, text: \"{{names}} 还没核实\" } }",
                            "write tag, or else: { tell: { who: owner, text: \"{{names}} did not pass\" } }"));
        }
        next.ifPresent(otherwise -> check(otherwise, services, problems));
    }

    private void check(Located<Otherwise> otherwise, PluginServices services, Problems problems) {
        var known = Vocabulary.names(services, "names", "count");
        otherwise.value().tell().ifPresent(tell -> tell.check(services, known, problems));
        otherwise.value().farewell().ifPresent(text -> Template.check(text, known, problems));
        if (!canBeChecked()) {
            problems.error("R415", otherwise.place(),
                    new Words("没有可以核实的条件,else 永远不会发生", "there is nothing to check: this never happens"),
                    new Words("加上 code、form 或 invited;require 是给人看的",
                            "add code, form or invited; require is for people to read"));
        }
        if (otherwise.value().farewell().isPresent() && otherwise.value().tell().isEmpty()) {
            problems.error("R415", otherwise.place(),
                    new Words("道别的话没有人看得到:企业微信不让机器人移出成员",
                            "nobody gets to read the farewell: WeCom lets no bot remove members"),
                    new Words("加上 tell,请同事来做", "add tell, so that a colleague does it"));
        }
    }
}
