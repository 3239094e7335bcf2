package io.qunbot.text;

/** Questions by their words: 怎么, 多少, 能不能, 还是; and the many sayings with such words that ask nothing. */
final class Interrogative {

    /** Words that ask for the reason: what follows them may well be past. */
    private static final String[] WHY = {"为什么", "为啥", "为何", "为神马", "为毛", "怎么", "怎吗", "怎末", "咋", "肿么"};
    private static final String[] WHAT = {"怎样", "如何", "多少", "多久", "多长", "多大", "多远", "哪", "什么", "啥", "神马", "谁", "何时",
            "干嘛",
            "干哈", "嘎哈", "能否", "是否", "可否", "有无"};
    private static final String[] ENGLISH = {"howto", "howdo", "howcan", "howmuch", "howmany", "howlong", "howoften",
            "whatis",
            "whats", "whatare", "whattime", "whatdo", "where", "whenwill", "whenis", "whendo", "whencan", "why",
            "which", "canyou",
            "cani", "canwe", "couldyou", "isthere", "isit", "arethere", "doyou", "does", "mayi", "whocan", "whoknows",
            "whois"};
    private static final String COUNTED = "点天号个位张次年月家台步块折种人岁层楼件套倍分成时";
    /** The same characters without a question in them; the words around them may still ask. */
    private static final String[] SAYINGS = {"没什么", "没啥", "没多少", "不怎么", "没怎么", "怎么可能", "怎么会", "怎么能这样", "怎么这样", "怎么说",
            "哪怕",
            "哪里哪里", "哪里的话", "哪能", "哪有的", "哪天有空", "哪天一起", "哪天聚", "哪天再", "哪天请", "谁都", "谁还没", "谁用谁", "没谁", "谁顶得住", "多少有",
            "多少能", "凭什么", "什么鬼", "什么破", "什么都",
            "啥都", "怎么都", "啥也", "什么也", "啥天气", "什么天气", "我怎么没", "我咋没", "我怎么这么", "我怎么那么", "不知道吃什么", "不知道吃啥", "不知道说什么",
            "不知道说啥", "不知道怎么谢",
            "不知道怎么感谢", "不知道怎么说", "不知道怎么形容", "吃啥", "吃什么", "有没有搞错", "要不要这么", "要不要那么", "是不是很", "能不能行", "好不好看",
            "那几", "这几", "前几", "后几", "近几", "好几", "就几", "没几", "了几", "十几", "几百", "几千", "几万", "不得不"};
    private static final String[] HOW_MUCH = {"怎么这么", "怎么那么", "咋这么", "咋那么"};
    private static final String TROUBLE = "慢贵久卡多难长差";
    private static final String[] DISMISSED = {"不管", "无论", "不论", "随便", "反正"};
    private static final String[] REPORTED = {"问了", "问过", "问我", "问他", "问她", "人问", "说了", "说过", "讲了", "讲过", "教了", "教过",
            "教大家", "分享",
            "告诉", "学会", "已经知道", "我知道", "终于知道", "终于明白", "这就是", "就是"};
    private static final String[] TITLES = {"的教程", "的资料", "的视频", "的文章", "的帖子", "这本书", "那本书", "的书"};
    private static final int SHORT_REST = 5;
    private static final char MASK = '□';

    private Interrogative() {}

    static boolean asks(String clause) {
        if (Contains.startOf(clause, ENGLISH)) {
            return true;
        }
        if (Contains.any(clause, DISMISSED)) {
            return false;
        }
        String words = mask(clause);
        return hasChoice(words) || asksWith(words, WHY, true) || asksWith(words, WHAT, false) || counts(words)
                || hasAlternative(words);
    }

    private static String mask(String clause) {
        StringBuilder words = new StringBuilder(clause);
        for (String saying : SAYINGS) {
            for (int at = words.indexOf(saying); at >= 0; at = words.indexOf(saying, at + 1)) {
                boolean member = saying.equals("怎么会") && words.indexOf("怎么会员") == at;
                if (!member) {
                    mask(words, at, saying.length());
                }
            }
        }
        for (String exclamation : HOW_MUCH) {
            int at = words.indexOf(exclamation);
            int next = at + exclamation.length();
            if (at >= 0 && (next == words.length() || TROUBLE.indexOf(words.charAt(next)) < 0)) {
                mask(words, at, exclamation.length());
            }
        }
        int andSoOn = words.indexOf("什么的");
        if (andSoOn > 0 && "干做是".indexOf(words.charAt(andSoOn - 1)) < 0) {
            mask(words, andSoOn, 3);
        }
        return words.toString();
    }

    private static void mask(StringBuilder words, int start, int length) {
        for (int i = start; i < start + length; i++) {
            words.setCharAt(i, MASK);
        }
    }

    /** 是不是, 能不能, 有没有, 有木有, 多不多; not 不错不错. */
    private static boolean hasChoice(String words) {
        for (int i = 1; i < words.length() - 1; i++) {
            char middle = words.charAt(i);
            char one = words.charAt(i - 1);
            boolean repeated = i > 1 && words.charAt(i - 2) == middle;
            if ("不没木".indexOf(middle) >= 0 && one == words.charAt(i + 1) && one != MASK && !repeated
                    && (middle != '木' || one == '有')) {
                return !tells(words.substring(i + 2), true);
            }
        }
        return false;
    }

    private static boolean asksWith(String words, String[] interrogatives, boolean why) {
        for (String word : interrogatives) {
            int at = words.indexOf(word);
            if (at >= 0) {
                return !isReported(words.substring(0, at)) && !tells(words.substring(at + word.length()), why);
            }
        }
        return false;
    }

    /** 几点, 周几, 第几; not 几个朋友一起去的. */
    private static boolean counts(String words) {
        int at = words.indexOf('几');
        if (at < 0 || isReported(words.substring(0, at))) {
            return false;
        }
        String rest = words.substring(at + 1);
        boolean counted = !rest.isEmpty() && COUNTED.indexOf(rest.charAt(0)) >= 0;
        boolean day = at > 0 && "周期第拜".indexOf(words.charAt(at - 1)) >= 0;
        boolean some = at == 0 && rest.length() > 2 && Contains.endOf(rest, "的", "了");
        return (counted || day) && !some && !tells(rest, false);
    }

    /** 按年还是按月, 支持微信支付还是支付宝: both sides are alike; 今天还是很忙 is none. */
    private static boolean hasAlternative(String words) {
        int at = words.indexOf("还是");
        if (at < 2 || at + 3 >= words.length()) {
            return false;
        }
        String before = words.substring(0, at);
        String after = words.substring(at + 2);
        boolean alike = before.indexOf(after.charAt(0)) >= 0 || before.startsWith("是");
        return alike && !tells(after, true) && !Contains.endOf(after, "吧", "了", "的");
    }

    private static boolean isReported(String before) {
        boolean known = before.startsWith("知道") || before.startsWith("明白");
        return known || Contains.any(before, REPORTED);
    }

    /**
     * Whether what follows a question word makes a statement of it: 多少钱一斤都涨上去了,
     * 多少钱买的我都忘了, 怎么开我写在公告里了.
     */
    private static boolean tells(String rest, boolean why) {
        if (Contains.any(rest, "都", "忘", "不重要") || rest.startsWith("也") || Contains.any(rest, TITLES)) {
            return true;
        }
        boolean past = Contains.endOf(rest, "了", "啦", "过", "回来");
        boolean somebody = Math.max(rest.indexOf('我'), Math.max(rest.indexOf('他'), rest.indexOf('她'))) > 0;
        return past && (somebody || rest.indexOf('就') >= 0 || (!why && rest.length() > SHORT_REST));
    }
}
