package io.qunbot.plugins.signup;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the day that somebody means: 12 月 4 号, 周五, 后天. */
final class Days {

    private static final String WEEK = "一二三四五六日";

    /** A day, and the words that name it. */
    record Found(LocalDate day, String typed) {}

    private record Form(Pattern pattern, BiFunction<MatchResult, LocalDate, LocalDate> day) {

        static Form of(String pattern, BiFunction<MatchResult, LocalDate, LocalDate> day) {
            return new Form(Pattern.compile(pattern), day);
        }
    }

    /** Those that can mean nothing else first: 美食街 8 号 is no day, when one is named besides. */
    private static final List<Form> FORMS = List.of(
            Form.of("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号號]?",
                    (found, _) -> LocalDate.of(number(found, 1), number(found, 2), number(found, 3))),
            Form.of("(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号號]?", Days::ofYear),
            Form.of("大后天|大後天|后天|後天|明天|明日|明早|明晚|今天|今日|今晚", (found, today) -> today.plusDays(ahead(found.group()))),
            Form.of("(下下|下|这|這|本)?个?(?:周|週|星期|礼拜)([一二三四五六日天])", Days::ofWeek),
            Form.of("(?<![\\d./-])(\\d{1,2})[-/.](\\d{1,2})(?![\\d./-])", Days::ofYear),
            Form.of("(?:^|(?<=[,,;;、。\\n]))\\s*(\\d{1,2})\\s*[日号號]", Days::ofMonth));

    private Days() {}

    static Optional<Found> in(String text, LocalDate today) {
        return FORMS.stream().flatMap(form -> find(form, text, today).stream()).findFirst();
    }

    private static Optional<Found> find(Form form, String text, LocalDate today) {
        Matcher matcher = form.pattern().matcher(text);
        while (matcher.find()) {
            try {
                return Optional.of(new Found(form.day().apply(matcher.toMatchResult(), today), matcher.group()));
            } catch (DateTimeException none) {
                // 13 月 40 号 names no day; another one may follow
            }
        }
        return Optional.empty();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int ahead(String word) {
        return switch (word.charAt(0)) {
            case '大' -> 3;
            case '后', '後' -> 2;
            case '明' -> 1;
            default -> 0;
        };
    }

    /** Who names a day of a month that is long past means next year's. */
    private static LocalDate ofYear(MatchResult found, LocalDate today) {
        LocalDate day = LocalDate.of(today.getYear(), number(found, 1), number(found, 2));
        return day.isBefore(today.minusMonths(1)) ? day.plusYears(1) : day;
    }

    private static LocalDate ofMonth(MatchResult found, LocalDate today) {
        LocalDate day = today.withDayOfMonth(number(found, 1));
        return day.isBefore(today) ? day.plusMonths(1) : day;
    }

    private static LocalDate ofWeek(MatchResult found, LocalDate today) {
        DayOfWeek weekday = DayOfWeek.of(WEEK.indexOf(found.group(2).replace('天', '日')) + 1);
        String which = found.group(1);
        if (which == null || !which.startsWith("下")) {
            return today.with(TemporalAdjusters.nextOrSame(weekday));
        }
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.plusWeeks(which.length()).plusDays(weekday.getValue() - 1L);
    }
}
