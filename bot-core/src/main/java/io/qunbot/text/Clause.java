package io.qunbot.text;

/** A part of a message between two marks of punctuation, without courtesy. */
record Clause(String words) {

    /** Words that ask for the reason: what follows them may well be past. */
    private static final String[] WHY = {"为什么", "为啥", "为何", "怎么", "咋"};
    private static final String[] WHAT = {"怎样", "如何", "多少", "多久", "多长", "多大", "多远", "哪", "什么", "啥", "谁", "何时", "干嘛",
            "能否", "是否", "可否", "有无"};
    private static final String[] COUNTED = {"几点", "几天", "几号", "几个", "几位", "几张", "几次", "几年", "几月", "几家", "几台", "几步",
            "几块", "几折", "周几", "星期几", "第几"};
    /** The same characters without a question in them. */
    private static final String[] VAGUE = {"没什么", "没啥", "没多少", "什么的", "不怎么", "没怎么", "怎么可能", "哪怕", "那几", "这几", "前几",
            "好几", "不管", "无论", "不论", "随便", "反正"};
    private static final String[] REPORTED = {"问了", "问过", "说了", "说过", "讲了", "讲过", "教了", "教过", "告诉", "学会", "已经知道",
            "我知道"};
    private static final String[] WISH = {"我要", "我想", "我们要", "我们想", "想要", "想", "要", "帮我", "帮忙", "需要", "给我", "求"};
    private static final int SHORT_WISH = 12;
    private static final int SHORT_REST = 5;

    static Clause of(String text) {
        return new Clause(Courtesy.strip(Line.of(text).words()));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean asks() {
        return hasParticle() || isWish() || (!Contains.any(words, VAGUE) && (hasChoice() || hasQuestionWord()));
    }

    /** 能开票吗, 发票呢, 可以开吧, 能开不, 有发票没. */
    private boolean hasParticle() {
        if (words.length() < 2) {
            return false;
        }
        char before = words.charAt(words.length() - 2);
        return switch (words.charAt(words.length() - 1)) {
            case '吗' -> true;
            case '么' -> "什怎这那多要".indexOf(before) < 0;
            case '嘛', '吧' -> Contains.any(words, "能", "可以", "会", "有没", "是不");
            case '呢' -> !Contains.any(words, "在", "正", "还", "着", "才");
            case '不' -> Contains.any(words, "能", "可以", "会", "有", "要", "是");
            case '没' -> words.indexOf('有') >= 0;
            default -> false;
        };
    }

    /** 是不是, 能不能, 有没有, 多不多. */
    private boolean hasChoice() {
        for (int i = 1; i < words.length() - 1; i++) {
            char middle = words.charAt(i);
            if ((middle == '不' || middle == '没') && words.charAt(i - 1) == words.charAt(i + 1)) {
                return !tells(words.substring(i + 2), true);
            }
        }
        return false;
    }

    private boolean hasQuestionWord() {
        return asksWith(WHY, true) || asksWith(WHAT, false) || asksWith(COUNTED, false);
    }

    private boolean asksWith(String[] questionWords, boolean why) {
        for (String word : questionWords) {
            int at = words.indexOf(word);
            if (at >= 0) {
                return !isReported(words.substring(0, at)) && !tells(words.substring(at + word.length()), why);
            }
        }
        return false;
    }

    private static boolean isReported(String before) {
        return Contains.any(before, REPORTED);
    }

    /**
     * Whether what follows a question word makes a statement of it: 多少钱一斤都涨上去了,
     * 多少钱买的我都忘了, 怎么开我写在公告里了.
     */
    private static boolean tells(String rest, boolean why) {
        if (Contains.any(rest, "都", "忘") || rest.startsWith("也")) {
            return true;
        }
        boolean past = Contains.endOf(rest, "了", "啦", "过", "回来");
        boolean somebody = Math.max(rest.indexOf('我'), Math.max(rest.indexOf('他'), rest.indexOf('她'))) > 0;
        return past && (somebody || (!why && rest.length() > SHORT_REST));
    }

    /** 我要开发票, 要一张发票; not 我要去开发票了. */
    private boolean isWish() {
        return words.length() <= SHORT_WISH && Contains.startOf(words, WISH)
                && !Contains.any(words, "了", "去", "过", "刚", "不", "没", "回来");
    }
}
