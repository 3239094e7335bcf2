package io.qunbot.plugins.sla;

import io.qunbot.plugin.question.Happened;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a conversation lets its profile know.
 *
 * @param chat the conversation's id
 * @param name as people call it
 * @param open how many questions wait there now
 */
record News(String chat, String name, int open, List<Figure> figures) {

    private static final Pattern TAB = Pattern.compile("\t");

    News {
        figures = List.copyOf(figures);
    }

    String write() {
        String numbers = figures.stream().map(figure -> figure.what().key() + "=" + figure.seconds())
                .collect(Collectors.joining(","));
        return String.join("\t", chat, String.valueOf(open), numbers, name.replace('\t', ' '));
    }

    static News read(String text) {
        String[] parts = TAB.split(text, 4);
        return new News(parts[0], parts[3], Integer.parseInt(parts[1]),
                Stream.of(parts[2].split(",", -1)).flatMap(News::figure).toList());
    }

    private static Stream<Figure> figure(String text) {
        int end = text.indexOf('=');
        return end < 0
                ? Stream.empty()
                : Happened.of(text.substring(0, end)).stream()
                        .map(what -> new Figure(what, Long.parseLong(text.substring(end + 1))));
    }
}
