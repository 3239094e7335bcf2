package io.qunbot.transcript;

import io.qunbot.transcript.form.Moment;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Knows what time it is while the lines of a case are read. */
final class Timeline {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Problems problems;
    private LocalDateTime now;

    Timeline(LocalDateTime start, Problems problems) {
        this.problems = problems;
        this.now = start;
    }

    /** Goes on to a moment; a mistake when it is over already. */
    LocalDateTime go(Moment moment, Place place) {
        LocalDateTime next = moment.after(now);
        if (next.truncatedTo(ChronoUnit.MINUTES).isBefore(now.truncatedTo(ChronoUnit.MINUTES))) {
            backwards(next, moment, place);
            return now;
        }
        now = next.isBefore(now) ? now : next;
        return now;
    }

    private void backwards(LocalDateTime next, Moment moment, Place place) {
        String tomorrow = SHOWN.format(now.toLocalDate().plusDays(1).atTime(next.toLocalTime()));
        problems.error(TranscriptCode.BACKWARDS.id(), place,
                new Words("时间往回走了:上一行已经是 " + SHOWN.format(now),
                        "time goes backwards: the line before is at " + SHOWN.format(now)),
                moment.day().isPresent()
                        ? new Words("把这几行按先后排好", "put the lines in their order")
                        : new Words("如果是第二天,把日期写上:" + tomorrow, "if it is the next day, write the date: " + tomorrow));
    }

    /** The moment at the beginning of a text; a mistake when a number of it is too large. */
    Optional<Moment.Found> first(Written line, int from) {
        try {
            return Moment.first(line.text().substring(from));
        } catch (DateTimeException wrong) {
            return new Slips(problems).time(line.part(from, line.text().length()));
        }
    }
}
