package io.qunbot.text;

/**
 * Tells who asks from who tells. A message asks when one of its sentences does; when in doubt it does
 * not, since a bot that answers a statement annoys everybody.
 */
public final class Question {

    private static final String BREAKS = ",.;:!。、…~\n";
    private static final String[] SETTLED = {"解决了", "搞定", "弄好了", "好了好了", "明白了", "知道了", "不用了", "学会了"};
    private static final String[] ASKING = {"请问", "请教", "想问", "想咨询", "咨询下", "咨询一下", "问一下", "问下", "求解", "求助",
            "求问", "求教", "求告知", "在线等"};

    private Question() {}

    public static boolean looksLike(Normalized message) {
        String line = message.line().text();
        if (Contains.any(line, "?", "吗")) {
            return asks(line);
        }
        return !Contains.any(message.words(), SETTLED) && (Contains.any(message.words(), ASKING) || asks(line));
    }

    private static boolean asks(String line) {
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            boolean end = i == line.length();
            boolean mark = !end && line.charAt(i) == '?';
            if (end || mark || BREAKS.indexOf(line.charAt(i)) >= 0) {
                Clause clause = Clause.of(line.substring(start, i));
                if (!clause.isEmpty() && (mark || clause.asks())) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
