package io.qunbot.wecom.codec;

/** Numbers that strangers write. */
final class Digits {

    private Digits() {}

    /** A number of so many digits at most; 0 when it is none. */
    static long parse(String text, int maxDigits) {
        if (text.length() > maxDigits) {
            return 0;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
