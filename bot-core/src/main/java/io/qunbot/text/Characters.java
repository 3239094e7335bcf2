package io.qunbot.text;

/** Some characters, a bit each: whether a character is one of them takes no longer than reading it. */
final class Characters {

    private static final int LONG_BITS = 64;

    private final long[] bits = new long[(Character.MAX_VALUE + 1) / LONG_BITS];

    static Characters of(String all) {
        Characters characters = new Characters();
        for (int i = 0; i < all.length(); i++) {
            characters.add(all.charAt(i));
        }
        return characters;
    }

    void add(char character) {
        bits[character / LONG_BITS] |= 1L << character;
    }

    boolean have(char character) {
        return (bits[character / LONG_BITS] & (1L << character)) != 0;
    }
}
