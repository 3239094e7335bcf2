package io.qunbot.text;

/**
 * Writes amounts in digits: 三百块 becomes 300块, 一千二 becomes 1200. What only looks like a number
 * (一下, 三星, 统一, 万一, 三四个) stays as it is: a measure word or a unit from a hundred up is needed.
 */
final class Amounts {

    private static final Characters NUMERALS = Characters.of("零〇一二两三四五六七八九十百千万亿");

    private static final Characters MEASURES = Characters.of("个块元毛角天日月年周号次位名人张份台件套条家间桌单笔杯瓶箱包斤克吨米岁折倍层楼页集期节步秒点"
            + "钟刻届级班遍趟轮户店袋盒双对片粒颗只支把辆部本课");
    /** What one alone may count: 一点, 一块, 一部分, 一把 and the like are no numbers. */
    private static final Characters MEASURES_OF_ONE = Characters.of("个元天年月周号次位名人张份台件套间桌单笔杯瓶箱斤岁倍层楼刻");
    private static final String LONG_MEASURES = "公斤 公里 小时 星期 分钟";
    /** Behind these a numeral is a name or vague: 第一, 周三, 统一, 几十. */
    private static final String NO_AMOUNT_BEHIND = "第几数周期拜唯统之单专同逐初归划";
    private static final String ABOUT = "多来余";
    private static final int YEAR_DIGITS = 4;

    private final char[] text;
    private final int length;
    private final StringBuilder folded;
    private int copied;

    private Amounts(char[] text, int length) {
        this.text = text;
        this.length = length;
        this.folded = new StringBuilder(length + 8);
    }

    static boolean isNumeral(char character) {
        return NUMERALS.have(character);
    }

    static String fold(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (NUMERALS.have(text[i])) {
                return new Amounts(text, length).run(i);
            }
        }
        return new String(text, 0, length);
    }

    private String run(int first) {
        for (int i = first; i < length; i++) {
            if (NUMERALS.have(text[i])) {
                i = amount(i);
            }
        }
        return folded.append(text, copied, length - copied).toString();
    }

    /** @return the end of the run of numerals and digits around a numeral */
    private int amount(int at) {
        int start = at;
        while (start > copied && isDigit(text[start - 1])) {
            start--;
        }
        int end = at;
        while (end < length && (NUMERALS.have(text[end]) || isDigit(text[end]))) {
            end++;
        }
        long value = start > 0 && NO_AMOUNT_BEHIND.indexOf(text[start - 1]) >= 0 ? Numeral.NONE : value(start, end);
        if (value != Numeral.NONE) {
            folded.append(text, copied, start - copied).append(value);
            copied = end;
        }
        return end;
    }

    private long value(int start, int end) {
        if (isDigit(text[start])) {
            return halfDigits(start, end);
        }
        long value = Numeral.value(text, start, end);
        if (value == Numeral.NONE) {
            return spelled(start, end);
        }
        return measured(start, end) || isHundreds(start, end) ? value : Numeral.NONE;
    }

    /** 3百, 12万, 1千2: a few digits and one unit. */
    private long halfDigits(int start, int end) {
        int at = start;
        long number = 0;
        for (; at < end && isDigit(text[at]); at++) {
            number = number * 10 + text[at] - '0';
        }
        long unit = at < end ? Numeral.unit(text[at]) : 0;
        int most = unit >= 10_000 ? 4 : 2;
        if (unit < 100 || at - start > most || text[start] == '0' || end - at > 2) {
            return Numeral.NONE;
        }
        if (end - at == 1) {
            return number * unit;
        }
        int last = isDigit(text[at + 1]) ? text[at + 1] - '0' : Numeral.digit(text[at + 1]);
        return last > 0 ? number * unit + last * unit / 10 : Numeral.NONE;
    }

    /** 二〇二六年 and 八五折, whose digits are told one by one; not 三四年, 七八折. */
    private long spelled(int start, int end) {
        boolean year = end - start == YEAR_DIGITS && end < length && text[end] == '年';
        boolean discount = end - start == 2 && end < length && text[end] == '折'
                && Numeral.digit(text[end - 1]) != Numeral.digit(text[start]) + 1;
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = Numeral.digit(text[i]);
            if (digit < 0 || (!year && !discount) || (i == start && digit == 0)) {
                return Numeral.NONE;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private boolean isHundreds(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Numeral.unit(text[i]) >= 100) {
                return true;
            }
        }
        return false;
    }

    private boolean measured(int start, int end) {
        int at = end < length && ABOUT.indexOf(text[end]) >= 0 ? end + 1 : end;
        if (at >= length) {
            return false;
        }
        char next = at + 1 < length ? text[at + 1] : ' ';
        boolean one = end - start == 1 && text[start] == '一';
        return switch (text[at]) {
            case '公', '小', '星', '分' -> LONG_MEASURES.contains(new String(new char[]{text[at], next}));
            case '次' -> next != '性' && next != '元';
            case '点' -> !one || next == '半' || next == '钟';
            case '块' -> !one || next == '钱';
            default -> (one ? MEASURES_OF_ONE : MEASURES).have(text[at]);
        };
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
