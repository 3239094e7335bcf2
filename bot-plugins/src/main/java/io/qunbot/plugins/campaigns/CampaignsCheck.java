package io.qunbot.plugins.campaigns;

import io.qunbot.calendar.Slots;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Rate;
import io.qunbot.plugin.Segment;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks for campaigns that never come, that say what one text cannot, that come too often or at one moment. */
final class CampaignsCheck {

    private static final int LOOKED_AT = 60;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int SHORTEST_MONTH = 28;
    private static final Words EXAMPLE = new Words("例如 at: { every: 周三, time: \"10:30\" }",
            "for instance at: { every: WED, time: \"10:30\" }");

    private final CampaignsSettings settings;
    private final PluginServices services;
    private final Problems problems;

    CampaignsCheck(CampaignsSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
    }

    void check() {
        Set<String> names = new HashSet<>();
        for (Located<Mailing> located : settings.list()) {
            Mailing mailing = located.value();
            if (!names.add(mailing.name())) {
                problems.error("R430", mailing.id().place(), new Words("两次群发都叫 “" + mailing.name() + "”",
                        "two campaigns are called '" + mailing.name() + "'"),
                        new Words("每次群发用自己的 id,不然第二次谁也收不到", "give each an id of its own, else nobody gets the second"));
            }
            Segment.check(List.of(mailing.to()), services, problems);
            time(mailing);
            words(mailing);
            spans(mailing);
        }
        quota();
        collisions();
    }

    private void time(Mailing mailing) {
        When at = mailing.at().value();
        Place place = mailing.at().place();
        if (at.kinds() != 1) {
            problems.error("R431", place, at.kinds() == 0
                    ? new Words("没有写什么时候", "no time is given")
                    : new Words("every、cron、date、date_of 只能写一个", "only one of every, cron, date, date_of"), EXAMPLE);
        } else if (at.time().isPresent() == at.cron().isPresent()) {
            problems.error("R431", place, at.cron().isPresent()
                    ? new Words("cron 里已经有几点,不写 time", "a cron line has its time: leave time out")
                    : new Words("没有写几点", "no time of day is given"), EXAMPLE);
        } else if (at.every().filter(every -> every.value().isCounted()).isPresent() && at.from().isEmpty()) {
            problems.error("R431", place, new Words("隔几天一次要写从哪天起:from", "every so many days needs from"), EXAMPLE);
        } else {
            day(at, place);
        }
    }

    private void day(When at, Place place) {
        if (at.dateOf().isPresent() && at.day(services).isEmpty()) {
            String name = at.dateOf().get().value();
            problems.error("R431", at.dateOf().get().place(),
                    new Words("vars 里没有写 “" + name + "” 是哪天", "vars gives no date for '" + name + "'"),
                    new Words("写 vars: { " + name + ": 2027-03-01 }", "write vars: { " + name + ": 2027-03-01 }"));
        }
        if (at.before().isPresent() && at.dateOf().isEmpty()) {
            problems.error("R431", place, new Words("before 要和 date_of 一起写", "before goes with date_of"), EXAMPLE);
        }
        LocalDate today = services.today();
        if (!today.equals(LocalDate.EPOCH) && at.last(services).filter(day -> day.isBefore(today)).isPresent()) {
            problems.warn("R433", place, new Words("这个日子已经过了,不会再发", "this day is past: nothing will be sent"),
                    new Words("改成以后的日子,或者删掉这次群发", "give a day to come, or remove the campaign"));
        }
    }

    /** One task has one text: nothing in it is about whoever reads it. */
    private void words(Mailing mailing) {
        Located<Saying> say = mailing.say();
        Set<String> known = Values.names(services);
        Set<String> personal = new TreeSet<>(say.value().variables());
        personal.retainAll(Set.of("name", "group", "stage", "points", "score", "way", "inviter"));
        personal.removeAll(known);
        if (personal.isEmpty()) {
            Saying.check(say, known, problems);
            return;
        }
        problems.error("R432", say.place(),
                new Words("群发不能用 {{" + String.join("}}、{{", personal) + "}}:一个任务只有一份文字,大家收到的一样",
                        "a campaign has no {{" + String.join("}}, {{", personal) + "}}: one task has one text for all"),
                new Words("写成对谁都合适的话,或者按分群拆成几次群发", "word it for everybody, or make one campaign for each segment"));
    }

    private void spans(Mailing mailing) {
        mailing.within().filter(span -> span.value().compareTo(Duration.ofHours(1)) < 0).ifPresent(
                span -> problems.error("R434", span.place(),
                        new Words("within 太短,同事来不及确认", "within is too short for anybody to confirm it"),
                        new Words("写 1h 以上,默认 2d", "write 1h or more; 2d by default")));
    }

    /** WeCom takes as many a month as the month has days, for one customer. */
    private void quota() {
        settings.limit().filter(rate -> perMonth(rate.value()) > SHORTEST_MONTH).ifPresent(
                rate -> problems.warn("R434", rate.place(),
                        new Words("企业微信一个客户一个月最多收到和当月天数一样多的群发,超出的发不出去",
                                "WeCom takes no more for one customer in a month than it has days"),
                        new Words("写 4/30d 这样少一些的", "write less, such as 4/30d")));
        if (services.today().equals(LocalDate.EPOCH)) {
            return;
        }
        Rate rate = settings.rate();
        Instant now = services.today().atStartOfDay(services.zone()).toInstant();
        for (Located<Mailing> mailing : settings.list()) {
            boolean tooOften = mailing.value().again().isPresent() && mailing.value().at().value().kinds() == 1
                    && within(mailing.value(), now, rate.within()) > rate.most()
                    && mailing.value().again().get().value().multipliedBy(rate.most()).compareTo(rate.within()) < 0;
            if (tooOften) {
                problems.warn("R434", mailing.value().again().get().place(),
                        new Words("同一个人 " + Durations.print(rate.within()) + " 里会轮到 " + rate.most()
                                + " 次以上,多的不发(limit)",
                                "somebody would get more than " + rate.most() + " within "
                                        + Durations.print(rate.within()) + ": the rest is left out (limit)"),
                        new Words("again 写长一些,或者放宽 limit", "make again longer, or limit wider"));
            }
        }
    }

    private long within(Mailing mailing, Instant now, Duration span) {
        return times(mailing, now).stream().filter(time -> time.isBefore(
                LocalDateTime.ofInstant(now.plus(span), services.zone()))).count();
    }

    private static double perMonth(Rate rate) {
        return rate.most() * (double) MONTH.toSeconds() / rate.within().toSeconds();
    }

    /** Who is in two segments would get two messages at one moment. */
    private void collisions() {
        if (services.today().equals(LocalDate.EPOCH)) {
            return;
        }
        Map<LocalDateTime, Mailing> taken = new HashMap<>();
        Set<String> told = new HashSet<>();
        Instant now = services.today().atStartOfDay(services.zone()).toInstant();
        for (Located<Mailing> located : settings.list()) {
            for (LocalDateTime time : times(located.value(), now)) {
                Optional.ofNullable(taken.putIfAbsent(time, located.value()))
                        .filter(other -> !other.name().equals(located.value().name())
                                && told.add(other.name() + "\n" + located.value().name()))
                        .ifPresent(other -> collide(located.value(), other, time));
            }
        }
    }

    private void collide(Mailing one, Mailing other, LocalDateTime time) {
        String when = time.toString().replace('T', ' ');
        problems.warn("R435", one.id().place(),
                new Words(when + " 和 “" + other.name() + "”(第 " + other.id().place().line()
                        + " 行)同时发,两个分群里都有的人一下收到两条",
                        "at " + when + " '" + other.name() + "' (line " + other.id().place().line()
                                + ") is sent, too: who is in both segments gets both"),
                new Words("错开几天", "keep them some days apart"));
    }

    private List<LocalDateTime> times(Mailing mailing, Instant now) {
        Slots slots = mailing.at().value().slots(services);
        List<LocalDateTime> times = new ArrayList<>();
        Optional<Instant> next = slots.next(now);
        while (next.isPresent() && times.size() < LOOKED_AT) {
            times.add(LocalDateTime.ofInstant(next.get(), services.zone()));
            next = slots.next(next.get());
        }
        return times;
    }
}
