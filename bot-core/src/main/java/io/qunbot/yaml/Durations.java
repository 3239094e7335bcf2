package io.qunbot.yaml;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30s}, {@code 10m}, {@code 1h30m}, {@code 1d}, {@code 300ms}, {@code 0}. */
public final class Durations {

    /** What a duration looks like, but for a bare {@code 0}. */
    public static final String PATTERN = "(?=[0-9])(?:([0-9]{1,6})d)?(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?"
            + "(?:([0-9]{1,6})s)?(?:([0-9]{1,6})ms)?";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    private Durations() {}

    /** @throws Mistake when this is no duration */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (!form.matches()) {
            throw new Mistake(new Words("“" + text + "” 不是时长", "\"" + text + "\" is no duration"),
                    new Words("照这样写: 30s、10m、2h、1d、1h30m(秒、分、时、天)", "write it like this: 30s, 10m, 2h, 1d, 1h30m"));
        }
        return Duration.ofDays(part(form, 1)).plusHours(part(form, 2)).plusMinutes(part(form, 3))
                .plusSeconds(part(form, 4)).plusMillis(part(form, 5));
    }

    /** A duration as people write it, to the second: {@code 1d}, {@code 90m} is {@code 1h30m}. */
    public static String print(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }

    private static long part(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
