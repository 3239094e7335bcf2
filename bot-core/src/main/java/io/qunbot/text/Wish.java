package io.qunbot.text;

/** Short wishes are questions, too: 我要开发票, 要一张发票, 求链接; not 我要去开发票了, 我想静静. */
final class Wish {

    private static final String[] OPENERS = {"我要", "我想", "我们要", "我们想", "想要", "想", "要", "帮我", "帮忙", "需要", "给我", "求"};
    private static final String[] NO_WISH = {"了", "去", "过", "刚", "不", "没", "回来", "想想", "需要的", "求放过", "赞", "好运", "要是",
            "要么", "要命",
            "转发", "砍一刀", "投票", "投个", "接一个", "减肥", "上天", "静静", "回家", "吃", "喝", "睡", "玩", "哭", "笑", "死", "躺", "买车", "买房",
            "结婚", "下班", "放假", "祝"};
    private static final int LONGEST = 12;

    private Wish() {}

    static boolean asks(String words) {
        return words.length() <= LONGEST && Contains.startOf(words, OPENERS) && !Contains.any(words, NO_WISH);
    }
}
