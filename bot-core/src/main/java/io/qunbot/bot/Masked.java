package io.qunbot.bot;

/** Makes ids of people fit for a list that is passed on. */
final class Masked {

    private static final int SHOWN = 2;
    private static final int SHORT = 5;

    private Masked() {}

    static String id(String id) {
        int end = id.offsetByCodePoints(0, 1);
        return id.length() < SHORT
                ? id.substring(0, end) + "***"
                : id.substring(0, SHOWN) + "***" + id.substring(id.length() - SHOWN);
    }
}
