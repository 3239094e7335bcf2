package io.qunbot.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what stands behind a key whose name says that it is secret. Better too much than too little. */
final class Mask {

    static final String STARS = "***";

    private static final Pattern SECRET = Pattern.compile(
            "(?:secret|token|key|webhook|password|密码|密钥|口令)[\\w.-]*[\"']?\\s*[:\uFF1A=]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONLY_KEY = Pattern.compile("\\s*(?:[|>][-+0-9]*)?\\s*(?:#.*)?");
    private static final Pattern PARTS = Pattern.compile("[\\s\"'{}\\[\\],]+");
    private static final Pattern WORDS = Pattern.compile("[^\\p{Alnum}_-]+");
    private static final int SHORTEST = 3;
    /** Long enough to be no everyday word such as http. */
    private static final int SHORTEST_WORD = 6;

    private Mask() {}

    /** The code point of a line from which on it must not be shown, or -1. */
    static int start(Source source, int number) {
        String line = source.line(number);
        Matcher secret = SECRET.matcher(line);
        if (secret.find()) {
            return line.codePointCount(0, secret.end());
        }
        return isUnderSecret(source, number) ? indent(line) : -1;
    }

    /** Whether the line is part of a value that began further up. */
    private static boolean isUnderSecret(Source source, int number) {
        int indent = indent(source.line(number));
        for (int above = number - 1; above > 0 && indent >= 0; above--) {
            String line = source.line(above);
            if (line.isBlank()) {
                continue;
            }
            boolean list = indent(line) == indent && source.line(number).strip().startsWith("-")
                    && !line.strip().startsWith("-");
            if (indent(line) < indent || list) {
                return opensSecret(line);
            }
        }
        return false;
    }

    private static boolean opensSecret(String line) {
        Matcher secret = SECRET.matcher(line);
        if (!secret.find()) {
            return false;
        }
        String behind = line.substring(secret.end());
        return ONLY_KEY.matcher(behind).matches() || behind.strip().startsWith("\"") || behind.strip().startsWith("'")
                || behind.strip().startsWith("[");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    static String line(String written, int start) {
        int end = written.offsetByCodePoints(0, start);
        return written.substring(0, end) + (end > 0 && written.charAt(end - 1) != ' ' ? " " : "") + STARS;
    }

    /** A message about a place, without the value that stands there if it is secret. */
    static String words(String words, Place place) {
        String result = SECRET.matcher(words).find() ? afterKey(words) : words;
        int start = start(place.source(), place.line());
        if (start < 0) {
            return result;
        }
        String line = place.source().line(place.line());
        String value = line.substring(line.offsetByCodePoints(0, start)).strip();
        result = without(PARTS, SHORTEST, value, result);
        return without(WORDS, SHORTEST_WORD, value, result);
    }

    private static String without(Pattern between, int shortest, String value, String words) {
        String result = words;
        for (String part : between.splitAsStream(value).toList()) {
            result = part.length() < shortest ? result : result.replace(part, STARS);
        }
        return result;
    }

    private static String afterKey(String words) {
        Matcher secret = SECRET.matcher(words);
        return secret.find() ? words.substring(0, secret.end()) + " " + STARS : words;
    }
}
