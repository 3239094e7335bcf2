package io.qunbot.plugins.signup;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people write them. */
final class Printed {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M 月 d 日", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm", Locale.ROOT);

    private Printed() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(ZonedDateTime moment) {
        return MOMENT.format(moment);
    }
}
