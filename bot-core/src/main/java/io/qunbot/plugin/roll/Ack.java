package io.qunbot.plugin.roll;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Shorthand;
import java.util.Optional;

/** How people get to know that they are on a list. */
@Doc(zh = "怎样回执:none 不回;{ customer: every 2h } 客户群里两小时合成一条", en = "how receipts are given: none, or { customer: every 2h }")
@Shorthand("all")
public record Ack(
        @Doc(zh = "所有的群", en = "in all conversations") Optional<Pace> all,
        @Doc(zh = "客户群,默认 every 2h:每一条都要同事动手发", en = "in customer groups, every 2h by default: each one is a colleague's work") Optional<Pace> customer,
        @Doc(zh = "合成一条时说的话:{{names}} 谁,{{count}} 现在几位", en = "the words of gathered receipts: {{names}} who, {{count}} how many there are now") Optional<Located<Template>> say) {

    public static final Ack USUAL = new Ack(Optional.empty(), Optional.empty(), Optional.empty());

    /** In conversations of a kind. */
    public Pace in(ChatKind kind) {
        return kind == ChatKind.CUSTOMER
                ? customer.or(() -> all).orElse(Pace.GATHERED)
                : all.orElse(Pace.NOW);
    }
}
