package io.qunbot.transcript;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that are expected: the whole text, with {@code *} for anything, or after {@code ~} a part of it. Line breaks
 * and runs of spaces count as one space.
 *
 * @param written as it stands in the file
 */
public record Wording(String written) {

    static final Wording ANYTHING = new Wording("*");

    /** Whether something of this wording was said. */
    public boolean fits(String said) {
        String regex = pieces().stream().map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(plain(said)).matches();
    }

    /** Whether it has to be the whole text. */
    public boolean isExact() {
        return pieces().size() == 1;
    }

    /** The texts between what is left open. */
    public List<String> pieces() {
        String open = written.startsWith("~") ? "*" + written.substring(1).strip() + "*" : written;
        return Arrays.stream(plain(open).split("\\*", -1)).toList();
    }

    /** Text in one line, without spaces at its ends. */
    public static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
