package io.qunbot.wecom.archive;

import io.qunbot.wecom.codec.tree.Node;

/** What stands on the outside of a sealed message. */
public final class Seal {

    private static final int MOST_DIGITS = 9;

    private Seal() {}

    /** The version of the public key that it was sealed with; 0 when nothing says it. */
    public static int version(byte[] payload) {
        return Node.read(payload).map(item -> number(item.text("publickeyver"))).orElse(0);
    }

    static int number(String digits) {
        return !digits.isEmpty() && digits.length() <= MOST_DIGITS && digits.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(digits)
                : 0;
    }
}
