package io.qunbot.text;

/**
 * Tells who asks from who tells. A message asks when one of its sentences does; when in doubt it does
 * not, since a bot that answers a statement annoys everybody.
 */
public final class Question {

    private static final String[] SETTLED = {"解决了", "搞定", "弄好了", "好了好了", "明白了", "知道了", "不用了", "学会了"};
    private static final String[] ASKING = {"请问", "请教", "想问", "想咨询", "咨询下", "咨询一下", "问一下", "问下", "求解", "求助",
            "求问", "求教", "求告知", "在线等"};

    private Question() {}

    public static boolean looksLike(Normalized message) {
        String line = message.line().text();
        if (Contains.any(line, "?", "吗")) {
            return asks(line);
        }
        String words = message.words();
        return !Contains.any(words, SETTLED) && !answersItself(words) && (isAnnounced(words) || asks(line));
    }

    /** 请问, 想咨询下; not 请问题多的同学. */
    private static boolean isAnnounced(String words) {
        return Contains.any(words, ASKING) && !words.contains("请问题");
    }

    /** 为什么生意好,因为食材好. */
    private static boolean answersItself(String words) {
        int why = words.indexOf("为什么");
        return why >= 0 && words.indexOf("因为", why) >= 0;
    }

    private static boolean asks(String line) {
        return Clause.all(line).stream().anyMatch(Clause::asks);
    }
}
