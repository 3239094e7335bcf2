package io.qunbot.text;

/** Questions by their last character: 能开票吗, 发票呢, 可以开吧, 能开不, 发货了没. */
final class Ending {

    private static final String NO_MATTER_OF = "什怎这那多要";
    private static final String NOT_ASKED_WITH_NO = "也都还就才偏可说从绝是";
    private static final String NOT_ASKED_WITH_NOT_YET = "还从都也就真";
    private static final String NO_BLANK = "就不也还但都于真总要可算凡老只像我你他的";
    private static final String[] TELLING = {"在", "正", "还", "着", "才", "怪不得", "难怪", "怎么说", "怎么会", "哪能"};
    private static final String[] TELLERS = {"好", "可", "是", "对", "多", "挺", "真", "怪", "嗯", "我"};

    private Ending() {}

    static boolean asks(String words) {
        if (words.length() < 2) {
            return false;
        }
        char before = words.charAt(words.length() - 2);
        return switch (words.charAt(words.length() - 1)) {
            case '吗' -> true;
            case '么' -> NO_MATTER_OF.indexOf(before) < 0;
            case '嘛', '吧' -> !words.startsWith("不") && words.length() > 3
                    && Contains.any(words, "能", "可以", "会", "有", "是不", "应该");
            case '呢' -> words.startsWith("我的")
                    || (!Contains.any(words, TELLING) && !Contains.startOf(words, TELLERS));
            case '不' -> words.length() > 2 && !words.startsWith("不") && NOT_ASKED_WITH_NO.indexOf(before) < 0;
            case '没' -> NOT_ASKED_WITH_NOT_YET.indexOf(before) < 0;
            case '有' -> words.endsWith("了没有");
            case '是' -> words.length() > 3 && NO_BLANK.indexOf(before) < 0;
            default -> false;
        };
    }
}
