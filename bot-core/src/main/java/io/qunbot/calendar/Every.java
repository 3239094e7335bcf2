package io.qunbot.calendar;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days that recur: {@code 每天}, {@code 工作日}, {@code 周一,周三}, {@code MON-FRI}, {@code 每月5日}, {@code 每月最后一天},
 * {@code 每月最后一个周五}, {@code 每月第2个周三}, {@code 3d} (every third day, counted from a date).
 */
@Doc(zh = "哪些天:每天、工作日、周三、MON-FRI、每月5日、每月最后一个周五、3d", en = "which days: every day, workdays, some weekdays, days of the month, or every so many days")
@Written(pattern = Every.FORM, words = {"每天", "工作日", "daily", "workdays"}, examples = {"周三", "MON-FRI", "每月5日",
        "每月最后一个周五", "3d"})
public final class Every {

    /** What such a text looks like; {@link #parse} decides. */
    static final String FORM = "\\s*每?个?\\s*([天日]|工作日|[A-Za-z]{3,9}([-,，、~至 ]+[A-Za-z]{3,9})*|"
            + "(周|星期)?[一二三四五六日天]([-,，、~至 ]+(周|星期)?[一二三四五六日天])*|月.{2,10}|[0-9]{1,3} ?(d|D|天))\\s*";
    private static final List<String> NAMES = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final String CHINESE = "一二三四五六日";
    private static final Pattern MONTHLY = Pattern.compile("月(最后一天|([0-9]{1,2})[日号])");
    private static final Pattern NTH = Pattern.compile("月(最后一个|第([1-4一二三四])个)(周|星期)([一二三四五六日天])");
    private static final Pattern STEP = Pattern.compile("([0-9]{1,3})(D|天)");

    private final String typed;
    private final Which which;

    /** How days are told, from the arrangement of holidays and from where days are counted. */
    @FunctionalInterface
    private interface Which {
        Predicate<LocalDate> days(Holidays holidays, Optional<LocalDate> from);
    }

    private Every(String typed, Which which) {
        this.typed = typed;
        this.which = which;
    }

    public static Every parse(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT).replace(" ", "").replace('\uff0c', ',').replace('、', ',')
                .replace('至', '-').replace('~', '-').replaceFirst("^每个?", "");
        return which(plain).map(which -> new Every(text.strip(), which)).orElseThrow(() -> new Mistake(
                new Words("读不懂 “" + text + "”:这里写哪些天", "cannot make sense of \"" + text + "\": days are expected"),
                new Words("照这样写: 每天、工作日、周三、周一,周五、每月5日、每月最后一个周五、3d",
                        "write one of: daily, workdays, WED, MON-FRI, 每月5日, 3d")));
    }

    private static Optional<Which> which(String plain) {
        Matcher monthly = MONTHLY.matcher(plain);
        Matcher nth = NTH.matcher(plain);
        Matcher step = STEP.matcher(plain);
        if (plain.equals("天") || plain.equals("日") || plain.equals("DAILY") || plain.equals("DAY")) {
            return Optional.of((_, _) -> _ -> true);
        }
        if (plain.equals("工作日") || plain.equals("WORKDAY") || plain.equals("WORKDAYS")) {
            return Optional.of((holidays, _) -> holidays::isWorkday);
        }
        if (monthly.matches()) {
            return monthly(monthly.group(2));
        }
        if (nth.matches()) {
            return Optional.of(nth(nth.group(2), day(nth.group(4)).orElseThrow()));
        }
        return step.matches() ? step(Integer.parseInt(step.group(1))) : weekdays(plain);
    }

    private static Optional<Which> monthly(String number) {
        if (number == null) {
            return Optional.of((_, _) -> day -> day.getDayOfMonth() == day.lengthOfMonth());
        }
        int of = Integer.parseInt(number);
        return of < 1 || of > 31 ? Optional.empty() : Optional.of((_, _) -> day -> day.getDayOfMonth() == of);
    }

    private static Which nth(String number, DayOfWeek weekday) {
        if (number == null) {
            return (_, _) -> day -> day.equals(day.with(TemporalAdjusters.lastInMonth(weekday)));
        }
        int ordinal = Character.isDigit(number.charAt(0)) ? number.charAt(0) - '0' : CHINESE.indexOf(number) + 1;
        return (_, _) -> day -> day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
    }

    private static Optional<Which> step(int days) {
        return days == 0
                ? Optional.empty()
                : Optional.of((_, from) -> day -> from.filter(first -> !day.isBefore(first)
                        && ChronoUnit.DAYS.between(first, day) % days == 0).isPresent());
    }

    private static Optional<Which> weekdays(String plain) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : plain.split(",", -1)) {
            String[] ends = part.split("-", -1);
            Optional<DayOfWeek> first = day(ends[0]);
            Optional<DayOfWeek> last = day(ends[ends.length - 1]);
            if (first.isEmpty() || last.isEmpty() || ends.length > 2) {
                return Optional.empty();
            }
            for (DayOfWeek day = first.get(); day != last.get(); day = day.plus(1)) {
                days.add(day);
            }
            days.add(last.get());
        }
        return Optional.of((_, _) -> day -> days.contains(day.getDayOfWeek()));
    }

    private static Optional<DayOfWeek> day(String name) {
        String chinese = name.replaceFirst("^(周|星期)", "").replace('天', '日');
        int english = NAMES.indexOf(name.substring(0, Math.min(3, name.length())));
        int day = english >= 0 ? english : chinese.length() == 1 ? CHINESE.indexOf(chinese) : -1;
        return day < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(day + 1));
    }

    /** Whether days are counted from a date. */
    public boolean isCounted() {
        return STEP.matcher(typed.toUpperCase(Locale.ROOT).replaceFirst("^每", "")).matches();
    }

    /** Whether it goes by who works when. */
    public boolean goesByWorkdays() {
        return typed.contains("工作日") || typed.toUpperCase(Locale.ROOT).startsWith("WORKDAY");
    }

    /**
     * Tells the days.
     *
     * @param from from where days are counted, where they are
     */
    public Predicate<LocalDate> days(Holidays holidays, Optional<LocalDate> from) {
        return which.days(holidays, from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Every every && every.typed.equals(typed);
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
