package io.qunbot.calendar;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as a cron line of five fields: minute, hour, day of the month, month, day of the week. {@code L} before a
 * weekday, or as the day with a weekday behind, is the month's last of it: {@code 0 15 L * FRI}.
 */
@Doc(zh = "cron 表达式:分 时 日 月 星期", en = "a cron line: minute, hour, day, month, weekday")
@Written(pattern = "\\s*\\S+\\s+\\S+\\s+\\S+\\s+\\S+\\s+\\S+\\s*", examples = {"0 20 * * WED", "30 14 L * FRI"})
public final class CronLine {

    private static final int FIELDS = 5;
    private static final int DAY = 2;
    private static final int WEEKDAY = 4;
    /** A line such as 0 0 30 2 * never comes true; a search for it must end. */
    private static final int FAR_YEARS = 9;

    private final String typed;
    private final ExecutionTime times;

    private CronLine(String typed, ExecutionTime times) {
        this.typed = typed;
        this.times = times;
    }

    public static CronLine parse(String text) {
        String[] fields = text.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        try {
            if (fields.length == FIELDS) {
                CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
                CronLine line = new CronLine(text.strip(),
                        ExecutionTime.forCron(parser.parse(quartz(fields)).validate()));
                if (line.after(LocalDateTime.of(2024, 1, 1, 0, 0)).isPresent()) {
                    return line;
                }
            }
        } catch (IllegalArgumentException wrong) {
            // falls through to the one message for whatever is wrong
        }
        throw new Mistake(new Words("读不懂这条 cron “" + text + "”,或者它永远不会到", "cannot make sense of the cron line \""
                + text + "\", or it never comes true"),
                new Words("五段:分 时 日 月 星期,例如 \"0 20 * * WED\" 是每周三 20:00;也可以写 every: 周三, time: \"20:00\"",
                        "five fields: minute hour day month weekday; \"0 20 * * WED\" is every Wednesday at 20:00"));
    }

    /** Quartz wants seconds, a question mark for one of the two days, and counts weekdays from 1 = Sunday. */
    private static String quartz(String[] fields) {
        String day = fields[DAY];
        String weekday = weekdays(fields[WEEKDAY]);
        boolean last = day.equals("L") && !weekday.equals("*");
        if (last) {
            day = "?";
            weekday = weekday + "L";
        } else if (weekday.equals("*")) {
            weekday = "?";
        } else if (day.equals("*")) {
            day = "?";
        } else {
            throw new IllegalArgumentException("both a day of the month and a weekday");
        }
        return "0 " + fields[0] + " " + fields[1] + " " + day + " " + fields[3] + " " + weekday;
    }

    /** Cron counts from 0 = Sunday, and 7 is Sunday, too. */
    private static String weekdays(String field) {
        StringBuilder quartz = new StringBuilder();
        boolean step = false;
        for (int at = 0; at < field.length(); at++) {
            char sign = field.charAt(at);
            boolean count = Character.isDigit(sign) && !step
                    && (quartz.isEmpty() || quartz.charAt(quartz.length() - 1) != '#');
            quartz.append(count ? Character.forDigit((sign - '0') % 7 + 1, 10) : sign);
            step = sign == '/' || (step && Character.isDigit(sign));
        }
        return quartz.toString();
    }

    /** Its times in a zone. */
    public Slots slots(ZoneId zone) {
        return after -> {
            Optional<LocalDateTime> next = after(after.atZone(zone).toLocalDateTime());
            while (next.isPresent() && !Slots.at(next.get(), zone).isAfter(after)) {
                next = after(next.get());
            }
            return next.map(local -> Slots.at(local, zone));
        };
    }

    private Optional<LocalDateTime> after(LocalDateTime local) {
        Optional<LocalDateTime> next = times.nextExecution(local.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime);
        return next.filter(time -> time.isBefore(local.plusYears(FAR_YEARS)));
    }

    /** The next time after a moment, in a zone. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        return slots(zone).next(after);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronLine line && line.typed.equals(typed);
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
