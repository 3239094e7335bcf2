package io.qunbot.plugin;

import com.google.re2j.Pattern;

/**
 * Makes what strangers typed fit to be said by us: a nickname in a welcome must not become an
 * advertisement in our mouth.
 */
public final class Foreign {

    private static final int LONGEST_NAME = 12;
    private static final int LONGEST_QUOTE = 60;
    private static final Pattern UNSEEN = Pattern.compile("[\\pC\\p{Zl}\\p{Zp}\\p{Zs}]+");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:https?://|www\\.)[!-~]*|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}(?:/[!-~]*)?");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[-_.·\\s]?\\p{Nd}){6,}");
    private static final Pattern MENTION = Pattern.compile("[@\uff20]");

    private Foreign() {}

    /**
     * A nickname in at most 12 characters, without addresses, long numbers, @, line breaks and
     * invisible characters; empty when nothing is left.
     */
    public static String name(String text) {
        return cut(harmless(text), LONGEST_NAME, "");
    }

    /**
     * A member's words in one line of at most 60 characters, for colleagues: numbers and addresses
     * stay, for they may be what it is about.
     */
    public static String quote(String text) {
        return cut(oneLine(text), LONGEST_QUOTE, "…");
    }

    /** A member's words for a group: like {@link #quote}, but as harmless as a {@link #name}. */
    public static String echo(String text) {
        return cut(harmless(text), LONGEST_QUOTE, "…");
    }

    private static String harmless(String text) {
        String line = MENTION.matcher(ADDRESS.matcher(oneLine(text)).replaceAll("")).replaceAll("");
        return NUMBER.matcher(line).replaceAll("").strip();
    }

    private static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text, int longest, String more) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest)).strip() + more;
    }
}
