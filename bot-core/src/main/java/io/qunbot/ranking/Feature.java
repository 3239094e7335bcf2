package io.qunbot.ranking;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What is looked at when a message is beside an entry. All are bounded or grow with a logarithm. */
enum Feature {
    MEANING("意思相近", pair -> pair.rough().meaning()),
    SEVERAL("和几个问法的意思都近", Comparison::several),
    CENTRE("和整条的意思相近", pair -> pair.sentence().meaning().cosine(pair.item().centre())),
    MEANING_LEAD("意思比别条近", pair -> pair.rough().meaning() - pair.rivals().meaning()),
    ABOVE_CHAT("不像闲聊", pair -> pair.rough().meaning() - pair.asked().chat().nearest()),
    ABOVE_QUESTIONS("不像别的行当的问题", pair -> pair.rough().meaning() - pair.asked().questions().nearest()),
    LETTERS("字面相同", pair -> pair.rough().letters()),
    LETTERS_LEAD("字面比别条近", pair -> pair.rough().letters() - pair.rivals().letters()),
    SOUNDS("读音相同", Comparison::sounds),
    ASKED_SHARED("消息里的字问法里也有", pair -> pair.sentence().letters().coveredBy(pair.variant().letters())),
    VARIANT_SHARED("问法里的字消息里也有", pair -> pair.variant().letters().coveredBy(pair.sentence().letters())),
    ASKED_SHARED_BY_ALL("消息里的字各种问法里有", pair -> pair.sentence().letters().coveredBy(pair.item().letters())),
    ORDER("字的先后相同", pair -> Overlap.inOrder(pair.sentence().text(), pair.variant().text())),
    RUN("有连着相同的一段", pair -> Overlap.inOneRun(pair.sentence().text(), pair.variant().text())),
    ASKED_ECHOED("消息里的词有着落", pair -> pair.echo().covered()),
    VARIANT_ECHOED("问法里的词有着落", pair -> pair.back().covered()),
    ASKED_STRANGEST("消息里有个没着落的词", pair -> pair.echo().strangest()),
    VARIANT_STRANGEST("问法里有个没着落的词", pair -> pair.back().strangest()),
    ASKED_STRANGE("消息里还有个没着落的词", pair -> pair.echo().strange()),
    LENGTH("消息的长短", pair -> Math.log(Math.max(1, pair.sentence().text().length()))),
    LENGTH_APART("长短相差", pair -> Math.abs(Math.log(lengths(pair)))),
    SAME_FORM("问的是同一种事", flag(pair -> pair.sentence().form() != Form.NONE && sameForm(pair))),
    OTHER_FORM("问的是另一种事",
            flag(pair -> pair.sentence().form() != Form.NONE && pair.variant().form() != Form.NONE && !sameForm(pair))),
    FORM_MISSING("问法里没有疑问词", flag(pair -> pair.sentence().form() != Form.NONE && pair.variant().form() == Form.NONE)),
    FORM_LOST("消息里没有疑问词", flag(pair -> pair.sentence().form() == Form.NONE && pair.variant().form() != Form.NONE)),
    DENIAL("一个肯定一个否定", flag(pair -> pair.sentence().negative() != pair.variant().negative())),
    NUMBERS("数字不同", flag(pair -> !pair.sentence().numbers().equals(pair.variant().numbers()))),
    ASKS("像提问", flag(pair -> pair.sentence().asks())),
    TELLS("问法是提问,消息不是", flag(pair -> pair.variant().asks() && !pair.sentence().asks())),
    VARIANTS("问法写得多", pair -> Math.log(pair.item().ask().size())),
    CATALOGUE("条目的多少", pair -> Math.log(Math.max(1, pair.rivals().open()))),
    STANDOUT("比一般的问题近", pair -> pair.asked().questions().standout(pair.rough().meaning())),
    STANDOUT_OF_SO_MANY("这么多条里也不是碰巧",
            pair -> pair.asked().questions().standout(pair.rough().meaning()) - pair.rivals().chance()),
    BEYOND_TALK("闲聊里很少有这么近的", pair -> pair.rivals().talk().rarity(pair.rough().meaning())),
    CHATTY("更像闲聊还是提问", pair -> pair.asked().chat().nearest() - pair.asked().questions().nearest()),
    ENTRY_CHATTY("这一条像闲聊", pair -> pair.item().chat().nearest()),
    ENTRY_COMMON("这一条像一般的问题", pair -> pair.item().questions().nearest()),
    ABOVE_ENTRY_CHAT("比闲聊离这一条近", pair -> pair.rough().meaning() - pair.item().chat().nearest()),
    SAYS("消息里的内容多少", pair -> pair.sentence().says());

    private final String title;
    /** Without a state of its own. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<Comparison> measure;

    Feature(String title, ToDoubleFunction<Comparison> measure) {
        this.title = title;
        this.measure = measure;
    }

    private static ToDoubleFunction<Comparison> flag(Predicate<Comparison> holds) {
        return pair -> holds.test(pair) ? 1 : 0;
    }

    /** For the operator. */
    String title() {
        return title;
    }

    double of(Comparison pair) {
        return measure.applyAsDouble(pair);
    }

    private static boolean sameForm(Comparison pair) {
        return pair.sentence().form() == pair.variant().form();
    }

    private static double lengths(Comparison pair) {
        return Math.max(1.0, pair.sentence().text().length()) / Math.max(1, pair.variant().text().length());
    }
}
