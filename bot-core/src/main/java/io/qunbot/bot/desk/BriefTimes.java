package io.qunbot.bot.desk;

import io.qunbot.plugin.Hours;
import io.qunbot.profile.Restraint;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Times of day at which colleagues get their list.
 *
 * @param start whether they do when their hours begin
 */
@Doc(zh = "几点:start 是同事上班(hours 开始)的时候,也可以写钟点;off 不发", en = "times: start is when the hours of colleagues begin; off for never")
@Written(examples = {"start", "14:00", "off"})
public record BriefTimes(boolean start, List<LocalTime> clock) {

    /** When hours that nobody wrote begin. */
    private static final LocalTime USUAL_START = LocalTime.of(9, 0);

    private static final Set<String> START = Set.of("start", "上班");
    private static final Set<String> OFF = Set.of("off", "no", "false", "不发");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    public BriefTimes {
        clock = List.copyOf(clock);
    }

    /** One or several, with commas between them. */
    public static BriefTimes parse(String text) {
        boolean start = false;
        List<LocalTime> clock = new ArrayList<>();
        for (String part : text.split("[,,、]", -1)) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            if (START.contains(word)) {
                start = true;
            } else if (!OFF.contains(word)) {
                clock.add(time(word));
            }
        }
        return new BriefTimes(start, clock);
    }

    private static LocalTime time(String word) {
        try {
            return LocalTime.parse(word.replace('\uff1a', ':'), TIME);
        } catch (DateTimeException wrong) {
            throw new Mistake(new Words("读不懂 “" + word + "”", "cannot make sense of \"" + word + "\""),
                    new Words("写 start、\"14:00\" 或 off", "write start, \"14:00\" or off"));
        }
    }

    /** The last of them on the day of a time, up to that time. */
    Optional<Instant> last(Restraint restraint, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, restraint.zone());
        return Stream.concat(start ? opening(restraint, today).stream() : Stream.empty(), clock.stream())
                .map(time -> today.atTime(time).atZone(restraint.zone()).toInstant()).filter(at -> !at.isAfter(now))
                .max(Comparator.naturalOrder());
    }

    private static Optional<LocalTime> opening(Restraint restraint, LocalDate day) {
        return restraint.hours().isEmpty()
                ? Optional.of(USUAL_START)
                : Hours.opening(restraint.hours(), day.getDayOfWeek());
    }
}
