package io.qunbot.plugins.topics;

import io.qunbot.plugin.PluginServices;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at when a topic's time is. */
final class TimeCheck {

    private static final Words EXAMPLE = new Words("例如 at: { every: 周三, time: \"20:00\" }",
            "for instance at: { every: WED, time: \"20:00\" }");
    private static final int LOOKED_AT = 120;
    /** Holidays are published in the autumn before. */
    private static final int MONTHS = 3;

    private final Topic topic;
    private final At at;
    private final Place place;
    private final PluginServices services;
    private final Problems problems;

    TimeCheck(Topic topic, PluginServices services, Problems problems) {
        this.topic = topic;
        this.at = topic.at().value();
        this.place = topic.at().place();
        this.services = services;
        this.problems = problems;
    }

    void check() {
        at.unless().ifPresent(crowd -> crowd.check(services, problems));
        topic.when().ifPresent(crowd -> crowd.check(services, problems));
        long ways = Stream.of(at.every(), at.cron(), at.date(), at.since(), at.dateOf(), at.idle())
                .filter(Optional::isPresent).count();
        if (ways != 1) {
            problems.error("R402", place, ways == 0
                    ? new Words("没有写什么时候", "no time is given")
                    : new Words("every、cron、date、since、date_of、idle 只能写一个",
                            "only one of every, cron, date, since, date_of, idle"),
                    EXAMPLE);
            return;
        }
        if (at.time().isEmpty() && at.cron().isEmpty() && at.idle().isEmpty()) {
            problems.error("R402", place, new Words("没有写几点", "no time of day is given"), EXAMPLE);
        }
        companions();
        past();
    }

    /** Fields that mean something only beside another. */
    private void companions() {
        goesWith(at.day().isPresent() && at.since().isEmpty(), "day", "since");
        goesWith(at.since().isPresent() && at.day().isEmpty(), "since", "day");
        goesWith(at.before().isPresent() && at.dateOf().isEmpty(), "before", "date_of");
        goesWith(!at.between().isEmpty() && at.idle().isEmpty(), "between", "idle");
        goesWith(at.time().isPresent() && at.cron().isPresent(), "time", "every");
        goesWith(at.every().filter(every -> every.value().isCounted()).isPresent() && at.from().isEmpty(),
                "every: " + at.every().map(every -> every.value().toString()).orElse(""), "from");
    }

    private void goesWith(boolean alone, String field, String other) {
        if (alone) {
            problems.error("R403", place, new Words(field + " 要和 " + other + " 一起写", field + " goes with " + other),
                    Words.NONE);
        }
    }

    private void past() {
        LocalDate today = services.today();
        Optional<LocalDate> last = at.date().or(at::until);
        if (!today.equals(LocalDate.EPOCH) && last.filter(day -> day.isBefore(today)).isPresent()) {
            problems.warn("R407", place, new Words("这个日子已经过了,不会再说", "this day is past: nothing will be said"),
                    new Words("改成以后的日子,或者删掉这个话题", "give a day to come, or remove the topic"));
        }
    }

    /** The first day of the next months whose holidays would have to be known and are not. */
    Optional<LocalDate> unknown() {
        boolean minds = at.skip().isPresent() || at.only().isPresent()
                || at.every().filter(every -> every.value().goesByWorkdays()).isPresent();
        LocalDate today = services.today();
        if (!minds || today.equals(LocalDate.EPOCH)) {
            return Optional.empty();
        }
        Instant now = today.atStartOfDay(services.zone()).toInstant();
        return new Timetable(topic, services).preview(Step.NOTHING, now, LOOKED_AT).stream()
                .map(LocalDateTime::toLocalDate).filter(day -> day.isBefore(today.plusMonths(MONTHS)))
                .filter(day -> !services.holidays().knows(day.getYear())).findFirst();
    }
}
