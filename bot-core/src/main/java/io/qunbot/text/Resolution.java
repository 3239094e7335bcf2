package io.qunbot.text;

/** Tells whether somebody who had asked says that it is settled, that it is not, or only thanks. */
public enum Resolution {
    /** It is settled, by whomever. */
    SETTLED,
    /** It is as bad as before. */
    UNSETTLED,
    /** Thanks, or a word that the answer was read: settled, as far as somebody had answered. */
    THANKED,
    /** Nothing of that kind. */
    NONE;

    private static final String[] NOT = {"还是不行", "还不行", "还是不", "还是没", "还没好", "没解决", "没有解决", "没搞定", "没弄好", "没有用", "没用啊",
            "不管用", "不好使", "试了不行", "试过了", "试了没", "还是一样", "还是老样子", "又不行", "又出现", "又来了", "没反应", "解决不了", "依然不", "仍然不",
            "stillnot", "doesntwork", "notworking"};
    private static final String[] DONE = {"解决了", "没事了", "没事啦", "没问题了", "搞定", "弄好了", "好了好了", "已经好了", "现在好了", "可以了",
            "能用了",
            "恢复了", "已恢复", "找到了", "不用了", "不用管了", "不需要了", "不麻烦了", "我自己来", "学会了", "解决啦", "nevermind", "solved"};
    private static final String[] READ = {"谢谢", "谢了", "谢啦", "感谢", "多谢", "明白", "知道了", "了解了", "收到", "懂了", "清楚了", "thanks",
            "thankyou"};
    private static final String[] OK = {"好", "好的", "好哒", "好嘞", "好吧", "行", "行的", "嗯", "嗯嗯", "哦", "哦哦", "ok", "okok", "1",
            "可以"};
    /** Longer messages tell of something else as well. */
    private static final int LONGEST = 24;

    public static Resolution of(Normalized message) {
        String words = message.words();
        if (Contains.any(words, NOT)) {
            return UNSETTLED;
        }
        if (Question.looksLike(message) || words.length() > LONGEST) {
            return NONE;
        }
        if (Contains.any(words, DONE)) {
            return SETTLED;
        }
        return Contains.any(words, READ) || isOk(words) ? THANKED : NONE;
    }

    private static boolean isOk(String words) {
        for (String word : OK) {
            if (words.equals(word)) {
                return true;
            }
        }
        return false;
    }
}
