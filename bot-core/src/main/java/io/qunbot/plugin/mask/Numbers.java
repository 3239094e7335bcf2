package io.qunbot.plugin.mask;

import java.util.Optional;
import java.util.Set;

/** Tells numbers that identify somebody from others: by their form, and by their check digits where they have any. */
final class Numbers {

    private static final int PHONE = 11;
    private static final int ID_CARD = 18;
    private static final int BANK_CARD = 15;
    private static final int LONGEST_BANK_CARD = 19;
    private static final int TAIL = 4;
    private static final int PHONE_HEAD = 3;
    private static final int HEAD = 4;
    /** GB 11643: what each digit counts, and what the last one is for each remainder. */
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] LAST = {1, 0, Run.X, 9, 8, 7, 6, 5, 4, 3, 2};

    private Numbers() {}

    static Optional<Run.Shape> shape(int[] digits, Set<Mask> kinds) {
        if (kinds.contains(Mask.ID_CARD) && isIdCard(digits)) {
            return Optional.of(new Run.Shape(digits.length, HEAD, TAIL));
        }
        if (kinds.contains(Mask.BANK_CARD) && isBankCard(digits)) {
            return Optional.of(new Run.Shape(digits.length, HEAD, TAIL));
        }
        int prefix = prefix(digits);
        return kinds.contains(Mask.PHONE) && isPhone(digits, prefix)
                ? Optional.of(new Run.Shape(digits.length, prefix + PHONE_HEAD, TAIL))
                : Optional.empty();
    }

    /** How many digits stand before a mobile number: none, those of China, or that of a call to another town. */
    private static int prefix(int[] digits) {
        return switch (digits.length - PHONE) {
            case 1 -> digits[0] == 0 ? 1 : 0;
            case 2 -> digits[0] == 8 && digits[1] == 6 ? 2 : 0;
            case 4 -> digits[0] == 0 && digits[1] == 0 && digits[2] == 8 && digits[3] == 6 ? 4 : 0;
            default -> 0;
        };
    }

    private static boolean isPhone(int[] digits, int prefix) {
        return digits.length - prefix == PHONE && digits[prefix] == 1 && digits[prefix + 1] >= 3 && isPlain(digits);
    }

    private static boolean isIdCard(int[] digits) {
        if (digits.length != ID_CARD || digits[0] == 0 || !isBirthday(digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += digits[i] * WEIGHTS[i];
        }
        return LAST[sum % LAST.length] == digits[ID_CARD - 1];
    }

    private static boolean isBirthday(int[] digits) {
        int century = digits[6] * 10 + digits[7];
        int month = digits[10] * 10 + digits[11];
        int day = digits[12] * 10 + digits[13];
        return century >= 18 && century <= 20 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** As card networks number theirs, with Luhn's check digit. */
    private static boolean isBankCard(int[] digits) {
        if (digits.length < BANK_CARD || digits.length > LONGEST_BANK_CARD || !isPlain(digits)
                || "34569".indexOf('0' + digits[0]) < 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static boolean isPlain(int[] digits) {
        for (int digit : digits) {
            if (digit == Run.X) {
                return false;
            }
        }
        return true;
    }
}
