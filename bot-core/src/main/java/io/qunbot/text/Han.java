package io.qunbot.text;

/**
 * Folds traditional Chinese characters into simplified ones, one by one.
 *
 * <p>Enough for matching, and always of the same length. The table is read from the dictionary of
 * opencc4j; its classes, which take long to start, are not touched.
 */
final class Han {

    private static final String DICTIONARY = "/data/dictionary/TSCharacters.txt";
    static final char FIRST = '\u3400';
    static final char LAST = '\u9fff';
    private static final char[] SIMPLIFIED = load();

    private Han() {}

    static char simplify(char character) {
        return isHan(character) ? SIMPLIFIED[character - FIRST] : character;
    }

    static boolean isHan(char character) {
        return character >= FIRST && character <= LAST;
    }

    private static char[] load() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        String dictionary = Resources.text(DICTIONARY);
        for (int start = 0; start < dictionary.length();) {
            int end = dictionary.indexOf('\n', start);
            end = end < 0 ? dictionary.length() : end;
            enter(dictionary.substring(start, end).strip(), table);
            start = end + 1;
        }
        return table;
    }

    /**
     * A line is a character, a tab, and what it may become. Where it may also stay as it is
     * (乾 in a name, 乾 for dry) it still folds: rules and messages fold alike.
     */
    private static void enter(String line, char[] table) {
        if (line.length() < 3 || line.charAt(1) != '\t' || !isHan(line.charAt(0))) {
            return;
        }
        for (int i = 2; i < line.length(); i += 2) {
            char candidate = line.charAt(i);
            boolean whole = i + 1 == line.length() || line.charAt(i + 1) == ' ';
            if (whole && candidate != line.charAt(0) && isHan(candidate)) {
                table[line.charAt(0) - FIRST] = candidate;
                return;
            }
        }
    }
}
