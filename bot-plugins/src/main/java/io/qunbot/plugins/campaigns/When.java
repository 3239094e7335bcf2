package io.qunbot.plugins.campaigns;

import io.qunbot.calendar.CronLine;
import io.qunbot.calendar.Every;
import io.qunbot.calendar.Slots;
import io.qunbot.plugin.PluginServices;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** When a campaign's time is. */
@Doc(zh = "什么时候", en = "when")
public record When(
        @Doc(zh = "哪些天:每天、工作日、周三、每月5日、3d", en = "which days") Optional<Located<Every>> every,
        @Doc(zh = "cron 表达式:分 时 日 月 星期", en = "a cron line") Optional<Located<CronLine>> cron,
        @Doc(zh = "只这一天", en = "this day only") Optional<LocalDate> date,
        @Key("date_of") @Doc(zh = "写在 vars 里的日子,例如 vars: { 大课: 2027-03-01 }", en = "a date from the profile's vars") Optional<Located<String>> dateOf,
        @Doc(zh = "提前多久,配合 date_of", en = "how long before, with date_of") Optional<Duration> before,
        @Doc(zh = "几点", en = "the time of day") Optional<LocalTime> time,
        @Doc(zh = "从哪天起", en = "from which day") Optional<LocalDate> from,
        @Doc(zh = "到哪天为止(当天还算)", en = "until which day, inclusive") Optional<LocalDate> until,
        @Doc(zh = "holidays:法定节假日不发", en = "holidays: not on public holidays") Optional<Skip> skip,
        @Doc(zh = "机器人错过了怎么办,默认 1d 以内补发", en = "how late is not too late, 1d by default") Optional<Duration> late) {

    private static final Duration LATE = Duration.ofDays(1);
    /** A year of days that are all off is none. */
    private static final int TRIES = 400;

    /** Days on which nothing is said. */
    public enum Skip {
        @Doc(zh = "法定节假日", en = "public holidays")
        @Key({"holidays", "节假日"})
        HOLIDAYS
    }

    /** How many kinds of times are written; one is right. */
    long kinds() {
        return Stream.of(every, cron, date, dateOf).filter(Optional::isPresent).count();
    }

    Duration lateness() {
        return late.orElse(LATE);
    }

    /** The last day on which it can be, where one is written. */
    Optional<LocalDate> last(PluginServices services) {
        return date.or(() -> day(services)).or(() -> until);
    }

    Optional<LocalDate> day(PluginServices services) {
        return dateOf.flatMap(name -> read(services.vars().getOrDefault(name.value(), "")))
                .map(day -> day.minusDays(before.map(Duration::toDays).orElse(0L)));
    }

    static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException no) {
            return Optional.empty();
        }
    }

    Slots slots(PluginServices services) {
        ZoneId zone = services.zone();
        LocalTime clock = time.orElse(LocalTime.NOON);
        Slots all = cron.map(line -> line.value().slots(zone))
                .or(() -> every.map(days -> Slots.daily(days.value().days(services.holidays(), from), clock, zone)))
                .or(() -> date.or(() -> day(services)).map(day -> Slots.once(day.atTime(clock), zone)))
                .orElse(Slots.NEVER);
        return after -> next(all, after, services);
    }

    private Optional<Instant> next(Slots all, Instant after, PluginServices services) {
        ZoneId zone = services.zone();
        Instant first = from.map(day -> Slots.at(day.atStartOfDay(), zone).minusMillis(1)).orElse(Instant.MIN);
        Instant last = until.map(day -> Slots.at(day.plusDays(1).atStartOfDay(), zone)).orElse(Instant.MAX);
        Optional<Instant> moment = all.next(after.isBefore(first) ? first : after);
        for (int tries = 0; tries < TRIES && moment.filter(time -> isOff(time, services)).isPresent(); tries++) {
            moment = all.next(moment.get());
        }
        return moment.filter(time -> time.isBefore(last)).filter(time -> !isOff(time, services));
    }

    private boolean isOff(Instant moment, PluginServices services) {
        return skip.isPresent()
                && services.holidays().nameOf(moment.atZone(services.zone()).toLocalDate()).isPresent();
    }
}
