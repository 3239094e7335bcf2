package io.qunbot.plugin.roll;

import io.qunbot.chat.Content;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.MessageForm;
import io.qunbot.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WeCom's own sign-up chain (接龙): a head and numbered lines, which everybody passes on with one line more.
 *
 * @param head what it is about, without the word 接龙; may be empty
 * @param lines what stands behind the numbers, fit to be shown
 */
public record Chain(String head, List<String> lines) {

    private static final Pattern LABEL = Pattern.compile("^\\s*(?:[#\uff03]接龙|\\[接龙]|接龙[:\uff1a])");
    private static final int MOST_LINES = 500;
    /** Shorter words occur in too many titles. */
    private static final int LONG_ENOUGH = 4;

    public Chain {
        lines = List.copyOf(lines);
    }

    /** A message as a chain; empty when it is none. */
    public static Optional<Chain> of(Content content) {
        if (MessageForm.of(content) != MessageForm.CHAIN) {
            return Optional.empty();
        }
        String text = LABEL.matcher(content.words()).replaceFirst("");
        List<String> lines = new ArrayList<>();
        int end = next(text, 1, 0);
        String head = text.substring(0, end);
        for (int number = 1; end < text.length() && number <= MOST_LINES; number++) {
            int start = end + label(number).matcher(text.substring(end)).results().findFirst().orElseThrow().end();
            end = next(text, number + 1, start);
            String line = Foreign.echo(text.substring(start, end));
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return Optional.of(new Chain(Normalizer.words(head).replace("接龙", ""), lines));
    }

    /** Where a numbered line begins; the end of the text when there is none of that number. */
    private static int next(String text, int number, int from) {
        Matcher label = label(number).matcher(text);
        return label.find(from) ? label.start() : text.length();
    }

    private static Pattern label(int number) {
        return Pattern.compile("(?<!\\S)" + number + "\\s*[.\uff0e、)\uff09]\\s*");
    }

    /** Whether nobody says what it is about. */
    public boolean isAnonymous() {
        return head.isEmpty();
    }

    /**
     * Whether it is about something with this title, or is called by one of these words.
     *
     * @param title may be empty
     */
    public boolean isAbout(String title, List<Keyword> words) {
        String wanted = Normalizer.words(title);
        boolean titled = !wanted.isEmpty()
                && (head.contains(wanted) || (head.length() >= LONG_ENOUGH && wanted.contains(head)));
        return titled || words.stream().anyMatch(word -> head.equals(word.words()));
    }

    /**
     * The line of whoever sends it: the one that begins with their name, else the last, for new lines are added at the
     * end.
     */
    public Optional<String> lineOf(String name) {
        Optional<String> own = lines.stream().filter(line -> isOf(line, name)).findFirst();
        return own.isPresent() || lines.isEmpty() ? own : Optional.of(lines.getLast());
    }

    /** Whether a line is somebody's. */
    public static boolean isOf(String line, String name) {
        String wanted = Normalizer.words(name);
        return !wanted.isEmpty() && Normalizer.words(line).startsWith(wanted);
    }
}
