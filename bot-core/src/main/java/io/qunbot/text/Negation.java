package io.qunbot.text;

import java.util.List;

/**
 * Tells whether a message turns down what a keyword names: 不用开发票, 不是要退款, 发票就不用了. Only words
 * of refusal count, not those of trouble (不能退款, 打不开, 还不到账), and never in a clause that asks: whoever has
 * trouble or asks wants an answer. Immutable.
 */
public final class Negation {

    private static final Negation NOTHING = new Negation(List.of());
    /** Characters of which every refusal in Chinese has one. */
    private static final Characters SIGNS = Characters.of("不别没无甭勿免算非");
    /** What follows 不 and 没 in a refusal, or goes before a bare 不. */
    private static final Characters AFTER_NO = Characters.of("是很用要想必需打准考急着开退续买办弄订报换做");
    private static final Characters AFTER_NOT_YET = Characters.of("必说有想要让叫打准提");
    private static final Characters BEFORE_NO = Characters.of("我们咱先时暂就也可");
    /** Keywords with one of these say no themselves. */
    private static final Characters OWN_SIGNS = Characters.of("不没甭勿");
    private static final String[] REFUSALS = {"不是很需要", "用不着", "没必要", "没有必要", "不需要", "不是", "并非", "不用", "不要", "不想", "不必",
            "不打算", "不准备", "不考虑", "不急着", "无需", "无须", "甭", "勿", "别", "没说", "没有说", "没想", "没有想", "没要", "没有要", "没让", "没有让",
            "没叫", "没打算", "没准备", "没提", "没有提", "dontneed", "donotneed", "noneed", "notneed", "dontwant", "donotwant"};
    /** What may stand between a refusal and its object. */
    private static final String[] LINKS = {"给我们", "给我", "给你", "给他", "给", "帮我们", "帮我", "帮忙", "帮", "我们", "我", "你们", "你",
            "您", "他", "再",
            "来", "去", "又", "急着", "马上", "现在", "今天", "先", "要求", "要", "想", "申请", "提供", "开具", "开", "打", "办理", "办", "弄", "搞",
            "做", "寄", "发", "写",
            "转", "这个", "那个", "什么", "任何", "单独", "另外", "额外", "特意", "专门", "一张", "一个", "1张", "1个", "张", "个", "那种", "过", "咱",
            "to", "any", "an", "a", "the", "my"};
    private static final String[] DOUBLE = {"不是", "不得", "不能", "不会", "不可", "没有", "没", "不", "并非", "非"};
    private static final String[] WE = {"我", "我们", "咱", "咱们"};
    private static final String[] FOR_NOW = {"暂时", "暂", "先", "就", "也", "可"};
    private static final String COMPOUNDS_OF_OTHER = "特区分个类级性识告辨差鉴派";
    private static final int LONGEST_GAP = 8;

    private static final String[] TOPICS = {"的话", "什么的", "这个", "这块", "这次", "暂时", "现在", "就", "先", "也", "都", "我们", "我",
            "咱", "那", "呢", "还是", "真"};
    private static final String[] AFTERWARDS = {"不需要", "不用", "不要", "不必", "甭", "别", "算了", "免了", "不开了", "不退了", "不续了",
            "不买了", "不办了",
            "不弄了", "不订了", "不报了", "不换了", "不做了"};
    private static final String[] REST = {"开具", "开", "给", "我们", "我", "你们", "你", "您", "他", "寄", "办", "弄", "搞", "退", "续",
            "做", "再", "发", "了", "啦",
            "哈", "啊", "哦", "噢", "吧", "的", "呢", "就行", "谢谢", "麻烦"};

    /** A clause of the message, and whether it asks. */
    private record Part(String words, boolean inquires) {}

    private final List<Part> parts;

    private Negation(List<Part> parts) {
        this.parts = parts;
    }

    /** What a message turns down; most messages are known at a glance to turn nothing down. */
    public static Negation in(Normalized message) {
        return isPossible(message.words()) ? new Negation(parts(message.line().text())) : NOTHING;
    }

    private static List<Part> parts(String line) {
        return Clause.all(line).stream().map(clause -> new Part(clause.words(), clause.inquires())).toList();
    }

    /** Whether nothing at all is turned down. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * The words that turn the keyword down, such as 不用开发票; empty when nothing does, which is so
     * when one of its occurrences stands alone, and when it says no itself, as 打不开 does.
     */
    public String of(String keyword) {
        String phrase = "";
        for (Part part : saysNo(keyword) ? List.<Part>of() : parts) {
            String words = part.words();
            for (int at = words.indexOf(keyword); at >= 0; at = words.indexOf(keyword, at + 1)) {
                phrase = part.inquires() ? "" : around(words, at, at + keyword.length());
                if (phrase.isEmpty()) {
                    return "";
                }
            }
        }
        return phrase;
    }

    /** Quick, and wrong only on the safe side. */
    private static boolean isPossible(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (SIGNS.have(words.charAt(i)) && mayRefuse(words, i)) {
                return true;
            }
        }
        return words.contains("need") || words.contains("want");
    }

    private static boolean mayRefuse(String words, int sign) {
        char previous = sign > 0 ? words.charAt(sign - 1) : ' ';
        char next = sign + 1 < words.length() ? words.charAt(sign + 1) : ' ';
        return switch (words.charAt(sign)) {
            case '不' -> AFTER_NO.have(next) || BEFORE_NO.have(previous);
            case '没' -> AFTER_NOT_YET.have(next);
            case '无' -> next == '需' || next == '须';
            case '免', '算' -> next == '了';
            case '非' -> previous == '并';
            default -> true;
        };
    }

    private static boolean saysNo(String keyword) {
        for (int i = 0; i < keyword.length(); i++) {
            if (OWN_SIGNS.have(keyword.charAt(i))) {
                return true;
            }
        }
        return keyword.startsWith("别");
    }

    private static String around(String words, int start, int end) {
        int before = before(words, start);
        if (before < start) {
            return words.substring(before, end);
        }
        return words.substring(start, after(words, end, start));
    }

    /** Where a refusal of what stands at {@code start} begins; {@code start} when there is none. */
    private static int before(String words, int start) {
        int at = start;
        while (start - at <= LONGEST_GAP) {
            int refusal = refusal(words, at, start);
            if (refusal < at) {
                return refusal;
            }
            int link = Contains.lengthAtEnd(words, at, LINKS);
            if (link == 0) {
                return start;
            }
            at -= link;
        }
        return start;
    }

    private static int refusal(String words, int end, int keyword) {
        int length = Contains.lengthAtEnd(words, end, REFUSALS);
        int start = end - length;
        if (length > 0) {
            return isRefusal(words, start, end, keyword) ? start : end;
        }
        return ownWill(words, end) ? end - 1 : end;
    }

    private static boolean isRefusal(String words, int start, int end, int keyword) {
        char sign = words.charAt(start);
        char previous = start > 0 ? words.charAt(start - 1) : ' ';
        boolean choice = end > start + 1 && previous == words.charAt(start + 1);
        boolean other = sign == '别' && COMPOUNDS_OF_OTHER.indexOf(previous) >= 0;
        boolean twice = Contains.lengthAtEnd(words, start, DOUBLE) > 0;
        return !choice && !other && !twice
                && !isNewStart(sign, words.substring(start, end), words.substring(end, keyword));
    }

    /** 不用, 我要发票 without its comma: what follows is wanted; but 不是我要退款. */
    private static boolean isNewStart(char sign, String refusal, String gap) {
        boolean wish = gap.startsWith("我") && (gap.contains("要") || gap.contains("想"));
        return wish && sign != '没' && !refusal.equals("不是") && !refusal.equals("并非");
    }

    /** 我不退款, 我们先不续费, 暂时不开发票; a bare 不 of anybody else may well be a complaint. */
    private static boolean ownWill(String words, int end) {
        if (end < 2 || words.charAt(end - 1) != '不') {
            return false;
        }
        int now = Contains.lengthAtEnd(words, end - 1, FOR_NOW);
        boolean pause = now > 0 && "先暂".indexOf(words.charAt(end - 1 - now)) >= 0;
        return pause || Contains.lengthAtEnd(words, end - 1 - now, WE) > 0;
    }

    /** Where a refusal that follows ends: 发票就不用开了; {@code start} when none does. */
    private static int after(String words, int end, int start) {
        int at = end;
        for (int topic = Contains.lengthAt(words, at, TOPICS); topic > 0;) {
            at += topic;
            topic = Contains.lengthAt(words, at, TOPICS);
        }
        int refusal = Contains.lengthAt(words, at, AFTERWARDS);
        int rest = at + refusal;
        for (int more = Contains.lengthAt(words, rest, REST); more > 0;) {
            rest += more;
            more = Contains.lengthAt(words, rest, REST);
        }
        return refusal > 0 && rest == words.length() ? at + refusal : start;
    }
}
