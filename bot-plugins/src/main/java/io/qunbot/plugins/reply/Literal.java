package io.qunbot.plugins.reply;

import io.qunbot.text.Normalizer;

/**
 * The longest word that every match of a regular expression holds, so that the expression is only
 * tried on messages with that word.
 *
 * <p>Reads only what it is sure of: letters and digits outside groups and classes that are not
 * optional. When in doubt there is no such word.
 */
final class Literal {

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int depth;

    private Literal(String pattern) {
        this.pattern = pattern;
    }

    /** Normalised; empty when no word is sure to occur. */
    static String of(String pattern) {
        return new Literal(pattern).read();
    }

    private String read() {
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            switch (character) {
                case '|' -> {
                    if (depth == 0) {
                        return "";
                    }
                }
                case '\\' -> i = escape(i);
                case '[' -> i = characterClass(i);
                case '(' -> group(1);
                case ')' -> group(-1);
                case '*', '?' -> optional();
                case '{' -> {
                    optional();
                    i = Math.max(i, pattern.indexOf('}', i));
                }
                default -> literal(character);
            }
        }
        end();
        return longest;
    }

    private void literal(char character) {
        boolean plain = Character.isLetterOrDigit(character) && !Character.isSurrogate(character)
                && !Normalizer.isNumeral(character);
        if (depth == 0 && plain) {
            run.append(character);
        } else {
            end();
        }
    }

    private void optional() {
        run.setLength(Math.max(0, run.length() - 1));
        end();
    }

    private void group(int deeper) {
        depth += deeper;
        end();
    }

    /** An escape is never taken for a word; \pL, \p{Han}, \x41 and \Q..\E swallow what follows. */
    private int escape(int at) {
        end();
        char escaped = at + 1 < pattern.length() ? pattern.charAt(at + 1) : '\\';
        return switch (escaped) {
            case 'p', 'P', 'x' -> pattern.startsWith("{", at + 2)
                    ? Math.max(at, pattern.indexOf('}', at))
                    : at + (escaped == 'x' ? 3 : 2);
            case 'Q' -> pattern.indexOf("\\E", at) < 0 ? pattern.length() : pattern.indexOf("\\E", at) + 1;
            default -> Character.isDigit(escaped) ? pattern.length() : at + 1;
        };
    }

    private int characterClass(int at) {
        end();
        int i = at + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        for (i++; i < pattern.length() && pattern.charAt(i) != ']'; i++) {
            if (pattern.startsWith("[:", i)) {
                i = Math.max(i, pattern.indexOf(":]", i) + 1);
            } else if (pattern.charAt(i) == '\\') {
                i++;
            }
        }
        return i;
    }

    /**
     * Messages have their amounts in digits, the expression sees them as they were typed: a numeral is
     * never part of the word, nor is a digit that may follow one.
     */
    private void end() {
        int digits = 0;
        while (digits < run.length() && Character.isDigit(run.charAt(digits))) {
            digits++;
        }
        String word = Normalizer.words(run.substring(digits));
        if (word.length() > longest.length()) {
            longest = word;
        }
        run.setLength(0);
    }
}
