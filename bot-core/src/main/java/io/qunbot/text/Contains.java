package io.qunbot.text;

/** Which of a few short words a short text holds, and where. */
final class Contains {

    private Contains() {}

    static boolean any(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean endOf(String text, String... words) {
        for (String word : words) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean startOf(String text, String... words) {
        for (String word : words) {
            if (text.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /** How long the longest of the words is that begins at {@code start}; 0 when none does. */
    static int lengthAt(String text, int start, String... words) {
        int longest = 0;
        for (String word : words) {
            longest = word.length() > longest && text.startsWith(word, start) ? word.length() : longest;
        }
        return longest;
    }

    /** How long the longest of the words is that ends at {@code end}; 0 when none does. */
    static int lengthAtEnd(String text, int end, String... words) {
        int longest = 0;
        for (String word : words) {
            boolean ends = word.length() > longest && text.startsWith(word, end - word.length());
            longest = ends ? word.length() : longest;
        }
        return longest;
    }
}
