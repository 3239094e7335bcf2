package io.qunbot.calendar;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A time that recurs or comes once: {@code 每周一 10:00}, {@code 每个工作日 18:00}, {@code 20:45}, {@code 2026-12-15 10:00}. */
@Doc(zh = "什么时候:每周一 10:00、每天 20:45、2026-12-15 10:00", en = "when: some days at a time, every day at a time, or once")
@Written(pattern = ".*[0-9]{1,2}[:：][0-9]{2}\\s*", examples = {"每周一 10:00", "每个工作日 18:00", "20:45", "2026-12-15 10:00"})
public final class Moment {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final String typed;
    private final Optional<LocalDate> date;
    private final Optional<Every> every;
    private final LocalTime time;

    private Moment(String typed, Optional<LocalDate> date, Optional<Every> every, LocalTime time) {
        this.typed = typed;
        this.date = date;
        this.every = every;
        this.time = time;
    }

    public static Moment parse(String text) {
        String plain = text.strip().replace('\uff1a', ':');
        int space = plain.lastIndexOf(' ');
        String days = space < 0 ? "" : plain.substring(0, space).strip();
        try {
            LocalTime time = LocalTime.parse(plain.substring(space + 1), TIME);
            boolean dated = days.matches("[0-9]{4}-.*");
            return new Moment(text.strip(), dated ? Optional.of(LocalDate.parse(days)) : Optional.empty(),
                    dated || days.isEmpty() ? Optional.empty() : Optional.of(Every.parse(days)), time);
        } catch (DateTimeException wrong) {
            throw new Mistake(new Words("读不懂 “" + text + "”:这里写什么时候", "cannot make sense of \"" + text
                    + "\": a time is expected"),
                    new Words("照这样写: \"每周一 10:00\"、\"每个工作日 18:00\"、\"20:45\"、\"2026-12-15 10:00\"",
                            "write it like this: \"MON 10:00\", \"workdays 18:00\", \"20:45\", \"2026-12-15 10:00\""));
        }
    }

    /** When it comes, where it comes only once. */
    public Optional<LocalDateTime> once() {
        return date.map(day -> day.atTime(time));
    }

    /** Its moments in a zone. */
    public Slots slots(ZoneId zone, Holidays holidays) {
        return date.map(day -> Slots.once(day.atTime(time), zone)).orElseGet(
                () -> Slots.daily(every.map(days -> days.days(holidays, Optional.empty())).orElse(_ -> true), time,
                        zone));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moment moment && moment.typed.equals(typed);
    }

    @Override
    public int hashCode() {
        return typed.hashCode();
    }

    /** As the operator wrote it. */
    @Override
    public String toString() {
        return typed;
    }
}
