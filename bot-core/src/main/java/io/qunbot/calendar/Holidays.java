package io.qunbot.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which days are off and which weekends are worked, for the years whose arrangement is known. Immutable. */
public final class Holidays {

    /** Knows no year: Monday to Friday are worked. */
    public static final Holidays NONE = new Holidays(Map.of(), Set.of(), Set.of());

    private final Map<LocalDate, String> off;
    private final Set<LocalDate> worked;
    private final Set<Integer> years;

    /**
     * @param off the holidays' names by day
     * @param worked days of weekends that are worked
     * @param years for which all of this is known
     */
    public Holidays(Map<LocalDate, String> off, Set<LocalDate> worked, Set<Integer> years) {
        this.off = new TreeMap<>(off);
        this.worked = new TreeSet<>(worked);
        this.years = new TreeSet<>(years);
    }

    /** The name of the holiday to which a day belongs. */
    public Optional<String> nameOf(LocalDate day) {
        return Optional.ofNullable(off.get(day));
    }

    /** Whether people work: Monday to Friday, unless the arrangement of the year says otherwise. */
    public boolean isWorkday(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return worked.contains(day) || (!weekend && !off.containsKey(day));
    }

    /** Whether the arrangement of a year is known. */
    public boolean knows(int year) {
        return years.contains(year);
    }
}
