package io.qunbot.text;

/** Reads a number in Chinese characters, as strictly as it is written: 一千二 is 1200, 三四 is none. */
final class Numeral {

    static final long NONE = -1;

    private static final String DIGITS = "零一二三四五六七八九";
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;
    /** Above every unit. */
    private static final long NOTHING_YET = Long.MAX_VALUE;

    private long total;
    private long section;
    private long digit = NONE;
    private boolean zero;
    private long unit = NOTHING_YET;
    private long greatUnit = NOTHING_YET;

    private Numeral() {}

    /** What {@code text[start..end)} says, {@link #NONE} when it is no number or only its digits are told. */
    static long value(char[] text, int start, int end) {
        Numeral numeral = new Numeral();
        for (int i = start; i < end; i++) {
            if (!numeral.read(text[i], i == start)) {
                return NONE;
            }
        }
        return numeral.end();
    }

    /** 0 to 9, {@link #NONE} for other characters. */
    static int digit(char character) {
        return switch (character) {
            case '〇' -> 0;
            case '两' -> 2;
            default -> DIGITS.indexOf(character);
        };
    }

    /** 10 to 100,000,000, 0 for other characters. */
    static long unit(char character) {
        return switch (character) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万' -> TEN_THOUSAND;
            case '亿' -> HUNDRED_MILLION;
            default -> 0;
        };
    }

    private boolean read(char character, boolean first) {
        long unitHere = unit(character);
        if (unitHere >= TEN_THOUSAND) {
            return great(unitHere);
        }
        return unitHere > 0 ? small(unitHere, first) : digit(digit(character), first);
    }

    private boolean digit(int value, boolean first) {
        if (value < 0 || digit != NONE || (value == 0 && (first || zero))) {
            return false;
        }
        zero = zero || value == 0;
        digit = value == 0 ? NONE : value;
        return true;
    }

    private boolean small(long here, boolean first) {
        if (here >= unit || (digit == NONE && !(first && here == 10))) {
            return false;
        }
        section += Math.max(1, digit) * here;
        unit = here;
        digit = NONE;
        zero = false;
        return true;
    }

    private boolean great(long here) {
        section += Math.max(0, digit);
        if (section == 0 || here >= greatUnit) {
            return false;
        }
        total += section * here;
        section = 0;
        digit = NONE;
        zero = false;
        unit = NOTHING_YET;
        greatUnit = here;
        return true;
    }

    /** A last digit behind a unit counts in the next lower one: 一千二, 三万五; not behind a zero. */
    private long end() {
        if (digit == NONE) {
            return zero ? NONE : total + section;
        }
        long last = unit == NOTHING_YET ? greatUnit : unit;
        boolean shortened = !zero && last != NOTHING_YET && last > 10 && (unit != NOTHING_YET || section == 0);
        return total + section + digit * (shortened ? last / 10 : 1);
    }
}
