package io.qunbot.plugin;

/** Cuts a text into sentences; each keeps the marks it ends with. */
final class Sentences {

    private static final String ENDS = "。!?;\uff01\uff1f\uff1b\n";

    private Sentences() {}

    /** The text without the sentences that hold {@code part}; a line break outlives its sentence. */
    static String without(String part, String text) {
        StringBuilder kept = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            String sentence = text.substring(start, end);
            if (!sentence.contains(part)) {
                kept.append(sentence);
            } else if (sentence.endsWith("\n") && !atLineStart(kept)) {
                kept.append('\n');
            }
            start = end;
        }
        return kept.toString();
    }

    private static boolean atLineStart(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end < text.length() && text.charAt(end) != '\n' && ENDS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '\n' ? end + 1 : end;
    }
}
