package io.qunbot.bot.explain;

import java.util.List;

/**
 * {@code !why} as it was typed.
 *
 * @param quoted what is quoted above it; may be empty
 * @param group what is named behind it; may be empty
 */
record WhyCommand(String quoted, String group) {

    private static final List<String> NAMES = List.of("!why", "!为什么", "!为啥");

    /** Cheap, since it is asked of every message. */
    static boolean isMeant(String typed) {
        if (typed.indexOf('!') < 0 && typed.indexOf('\uff01') < 0) {
            return false;
        }
        String line = line(typed);
        return line.startsWith("!") && NAMES.contains(line.split(" ", 2)[0]);
    }

    /** @param typed a message that {@link #isMeant} */
    static WhyCommand of(String typed) {
        String line = line(typed);
        int space = line.indexOf(' ');
        int end = typed.strip().lastIndexOf('\n');
        String quoted = end < 0 ? "" : typed.strip().substring(0, end).replaceFirst("(?s)\\n[\\s-]*$", "");
        return new WhyCommand(quoted, space < 0 ? "" : line.substring(space + 1).strip());
    }

    /** The last line without whoever is @-ed. */
    private static String line(String typed) {
        String text = typed.strip();
        String last = text.substring(text.lastIndexOf('\n') + 1).replace('\uff01', '!');
        int command = last.indexOf('!');
        return command > 0 && last.startsWith("@") ? last.substring(command) : last;
    }
}
