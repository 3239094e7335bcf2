package io.qunbot.transcript;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads who comes and goes: {@code +王五, +赵六} or {@code -王五}. */
final class NamesReader {

    private static final String PLUS = "+\uFF0B";
    private static final String MINUS = "-\uFF0D\u2212";

    private final Slips slips;

    NamesReader(Slips slips) {
        this.slips = slips;
    }

    static boolean isMeant(String body) {
        return isSign(PLUS, body) || isSign(MINUS, body);
    }

    private static boolean isSign(String signs, String text) {
        return !text.isEmpty() && signs.indexOf(text.charAt(0)) >= 0;
    }

    Optional<Step> read(Written line, int start) {
        String body = line.text().substring(start);
        boolean joins = isSign(PLUS, body);
        Place place = line.part(start, line.text().length());
        List<String> parts = Arrays.stream(body.split("[,\uFF0C\u3001]", -1)).map(String::strip).toList();
        if (parts.stream().anyMatch(part -> isSign(joins ? MINUS : PLUS, part))) {
            return slips.line(place, new Words("进群和离开不能写在一行", "joining and leaving do not go into one line"),
                    new Words("写成两行", "write two lines"));
        }
        List<String> names = parts.stream().map(part -> isMeant(part) ? part.substring(1).strip() : part).toList();
        if (names.stream().anyMatch(NamesReader::isNoName)) {
            return slips.line(place, new Words("这里要写谁进群或离开", "who joins or leaves belongs here"),
                    new Words("例如 \"09:00 +王五, +赵六\" 或 \"09:00 -王五\"", "such as \"09:00 +王五, +赵六\" or \"09:00 -王五\""));
        }
        return Optional.of(joins ? new Step.Joins(names) : new Step.Leaves(names));
    }

    private static boolean isNoName(String name) {
        return name.isEmpty() || name.indexOf(':') >= 0 || name.indexOf('\uFF1A') >= 0;
    }
}
