package io.qunbot.calendar;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.Located;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The arrangement of holidays of one year, as it was published. */
@Doc(zh = "一年的节假日和调休上班的日子", en = "the holidays and the make-up working days of a year")
@FileKind(value = "holidays", files = "config/holidays/*.yaml")
public record HolidayYear(
        @Doc(zh = "哪一年", en = "the year") Located<Integer> year,
        @Doc(zh = "根据哪一份通知", en = "the document it is taken from") Optional<String> source,
        @Doc(zh = "放假的日子", en = "days off") List<Located<Holiday>> holidays,
        @Doc(zh = "调休上班的周末", en = "days of weekends that are worked") List<Located<LocalDate>> workdays) {

    /** Some days off in a row. */
    @Doc(zh = "一个节日", en = "a holiday")
    public record Holiday(
            @Doc(zh = "叫什么", en = "its name") String name,
            @Doc(zh = "第一天", en = "the first day") LocalDate from,
            @Doc(zh = "最后一天;只放一天就不写", en = "the last day; nothing when it is one day") Optional<LocalDate> until) {}

    public HolidayYear {
        holidays = List.copyOf(holidays);
        workdays = List.copyOf(workdays);
    }
}
