package io.qunbot.plugins.reply;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.say.Saying;
import io.qunbot.plugins.reply.effect.Deed;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Label;
import io.qunbot.plugins.reply.effect.Limits;
import io.qunbot.plugins.reply.effect.Then;
import io.qunbot.plugins.reply.effect.Weight;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When to say what. */
@Doc(zh = "一条规则", en = "a rule")
public record Rule(
        @Doc(zh = "固定的名字,改了就算新规则", en = "a stable name; a new name is a new rule") Optional<Located<String>> id,
        @Doc(zh = "什么消息:一个括号里都要满足;写成列表时满足其一", en = "which messages: within one map all must hold; of a list, one") List<Located<Condition>> when,
        @Doc(zh = "说什么;写成列表时轮流说其中一句", en = "what to say; of a list, one in turn") List<Located<Saying>> say,
        @Doc(zh = "告诉哪些同事什么", en = "what to tell which colleagues") Optional<Tell> tell,
        @Doc(zh = "给说话的人打上的标签,“-”开头的是去掉", en = "tags for the sender; those with '-' are taken off") List<String> tag,
        @Doc(zh = "stop:到此为止", en = "stop: nothing else happens to the message") Optional<Then> then,
        @Doc(zh = "只在这些地方:internal 内部群、customer 客户群、direct 一对一", en = "only in these kinds of conversation") List<ChatKind> in,
        @Doc(zh = "从哪天起,例如 \"2027-02-01\"", en = "from which day, such as \"2027-02-01\"") Optional<LocalDate> from,
        @Doc(zh = "到哪天为止(当天还算)", en = "until which day, inclusive") Optional<LocalDate> until,
        @Doc(zh = "这条规则自己的 cooldown", en = "this rule's own cooldown") Optional<Duration> cooldown,
        @Doc(zh = "这条规则自己的 wait;急事写 0s", en = "this rule's own wait; 0s for what is urgent") @Key("wait") Optional<Duration> patience,
        @Doc(zh = "大的先;默认 0", en = "the higher goes first; 0 by default") @Default("0") int priority,
        @Doc(zh = "这条规则可以做到哪一步,比整份配置更小心时写", en = "how far this rule may go by itself, where that is less than its profile says") Optional<Mode> mode,
        @Doc(zh = "给说话的人加几分(要开 leads);同一条规则的分没减完之前只加一次", en = "points for the sender, where leads are kept; once, as long as any are left") Optional<Located<Integer>> score,
        @Doc(zh = "说话的人走到这个阶段(要开 lifecycle)", en = "the stage that the sender is at now, where a lifecycle is kept") Optional<Located<String>> stage) {

    public Rule {
        when = List.copyOf(when);
        say = List.copyOf(say);
        tag = List.copyOf(tag);
        in = List.copyOf(in);
    }

    /** The id, empty when the operator gave none. */
    String name() {
        return id.map(Located::value).orElse("");
    }

    /** Whether nothing after this rule sees the message. */
    boolean stops() {
        return then.isPresent() || !say.isEmpty();
    }

    /**
     * What it does once it is meant.
     *
     * @param key what the plugin remembers it by
     */
    Effect effect(String key, Place place) {
        return new Effect(new Label(name(), key, place), new Deed(say, tell, tag, stops(), mode, Optional.empty(),
                new Weight(score.map(Located::value), stage.map(Located::value))),
                new Limits(in, from, until, cooldown, patience));
    }
}
