package io.qunbot.plugins.welcome;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list that people pass on (接龙): each adds a line that begins with their name.
 *
 * @param lines without their numbers
 */
record Chain(List<String> lines) {

    /** 1. or 2、 or 3) at the beginning of a line or after a space, and no number with decimals. */
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\s)\\d{1,3}\\s?[.\uff0e、)\uff09](?!\\d)\\s*");

    Chain {
        lines = List.copyOf(lines);
    }

    /** What stands before the first number is the title. */
    static Chain of(String text) {
        return new Chain(Arrays.stream(NUMBER.split(text.strip(), -1)).skip(1).map(String::strip)
                .filter(line -> !line.isEmpty()).toList());
    }

    /** What somebody wrote behind their name; of names that begin alike the longest counts. */
    Optional<String> by(String name, Collection<String> everybody) {
        return lines.stream().filter(line -> everybody.stream().filter(other -> begins(line, other))
                .max(Comparator.comparingInt(String::length)).filter(name::equals).isPresent())
                .map(line -> line.substring(name.length()).strip()).findFirst();
    }

    /** The last line, unless it begins with one of these names. */
    Optional<String> last(Collection<String> everybody) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.getLast()).filter(line -> everybody.stream().noneMatch(name -> begins(line, name)));
    }

    private static boolean begins(String line, String name) {
        if (name.isEmpty() || !line.startsWith(name)) {
            return false;
        }
        String rest = line.substring(name.length());
        return rest.isEmpty() || rest.startsWith("我") || !Character.isLetterOrDigit(rest.codePointAt(0));
    }
}
