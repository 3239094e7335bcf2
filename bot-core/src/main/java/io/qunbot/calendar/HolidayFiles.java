package io.qunbot.calendar;

import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The years of holidays among an operator's files.
 *
 * @param problems of all of them
 * @param broken the files that have mistakes
 */
public record HolidayFiles(Holidays holidays, List<Problem> problems, Set<String> broken) {

    /** Where they lie in a home. */
    public static final String FOLDER = "config/holidays/";

    /** No arrangement gives so many days off in a row. */
    private static final int MOST_DAYS = 31;

    public HolidayFiles {
        problems = List.copyOf(problems);
        broken = Set.copyOf(broken);
    }

    /** Whether a file is a year of holidays. */
    public static boolean isYear(String path) {
        return path.startsWith(FOLDER);
    }

    /** @param files their bytes by path, also those that are something else */
    public static HolidayFiles read(Map<String, byte[]> files) {
        List<HolidayYear> years = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        files.forEach((path, bytes) -> {
            if (isYear(path)) {
                Problems own = new Problems();
                Optional<HolidayYear> year = YamlReader.read(path, bytes, own)
                        .flatMap(tree -> new Binder(own).bind(tree, HolidayYear.class));
                year.ifPresent(known -> check(known, own));
                year.filter(_ -> !own.hasErrors()).ifPresentOrElse(years::add, () -> broken.add(path));
                problems.addAll(own.all());
            }
        });
        return new HolidayFiles(of(years), problems, broken);
    }

    private static void check(HolidayYear year, Problems problems) {
        int number = year.year().value();
        for (Located<HolidayYear.Holiday> holiday : year.holidays()) {
            LocalDate from = holiday.value().from();
            LocalDate until = holiday.value().until().orElse(from);
            if (until.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(until)) {
                problems.error("C031", holiday.place(), new Words("放假到 " + until + " 为止,不会是从 " + from + " 开始",
                        "days off cannot go from " + from + " until " + until), Words.NONE);
            }
            otherYear(from, number, holiday.place(), problems);
        }
        year.workdays().forEach(day -> otherYear(day.value(), number, day.place(), problems));
    }

    private static void otherYear(LocalDate day, int year, Place place, Problems problems) {
        if (Math.abs(day.getYear() - year) > 1) {
            problems.error("C031", place, new Words(day + " 不在 " + year + " 年", day + " is not in " + year),
                    Words.NONE);
        }
    }

    private static Holidays of(List<HolidayYear> years) {
        Map<LocalDate, String> off = new HashMap<>();
        Set<LocalDate> worked = new TreeSet<>();
        Set<Integer> known = new TreeSet<>();
        for (HolidayYear year : years) {
            known.add(year.year().value());
            year.workdays().forEach(day -> worked.add(day.value()));
            year.holidays().stream().map(Located::value).forEach(holiday -> holiday.from()
                    .datesUntil(holiday.until().orElse(holiday.from()).plusDays(1))
                    .forEach(day -> off.put(day, holiday.name())));
        }
        return new Holidays(off, worked, known);
    }
}
