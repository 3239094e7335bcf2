package io.qunbot.profile;

import java.util.stream.IntStream;

/** Group names with {@code *} for any text and {@code ?} for one character, in time linear in both. */
final class NamePattern {

    private NamePattern() {}

    static boolean isPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
    }

    /** Follows all the places in the pattern that the name read so far can lead to. */
    static boolean matches(String pattern, String name) {
        int[] signs = pattern.codePoints().toArray();
        boolean[] reached = spread(signs, new boolean[signs.length + 1], 0);
        for (int point : name.codePoints().toArray()) {
            boolean[] next = new boolean[signs.length + 1];
            for (int index = 0; index < signs.length; index++) {
                if (reached[index] && (signs[index] == '*' || signs[index] == '?' || signs[index] == point)) {
                    spread(signs, next, signs[index] == '*' ? index : index + 1);
                }
            }
            reached = next;
        }
        return reached[signs.length];
    }

    private static boolean[] spread(int[] signs, boolean[] reached, int from) {
        int end = IntStream.range(from, signs.length).filter(index -> signs[index] != '*').findFirst()
                .orElse(signs.length);
        for (int index = from; index <= end; index++) {
            reached[index] = true;
        }
        return reached;
    }
}
