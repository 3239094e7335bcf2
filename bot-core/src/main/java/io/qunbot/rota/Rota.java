package io.qunbot.rota;

import io.qunbot.chat.MemberId;
import io.qunbot.rota.RotaSettings.Leave;
import io.qunbot.rota.RotaSettings.Shift;
import io.qunbot.rota.RotaSettings.Swap;
import io.qunbot.rota.RotaSettings.Team;
import io.qunbot.yaml.Located;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who is on duty when. Immutable and thread-safe. */
public final class Rota {

    private final String name;
    private final RotaSettings settings;

    Rota(String name, RotaSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    /**
     * Some time in which the same people are on duty.
     *
     * @param who empty when nobody is
     */
    public record Span(Instant from, Instant until, List<MemberId> who) {
        public Span {
            who = List.copyOf(who);
        }
    }

    /** What profiles call it: its file's name. */
    public String name() {
        return name;
    }

    /** What its file says. */
    public RotaSettings settings() {
        return settings;
    }

    /** Everybody who has the duty at some time, or stands in for somebody. */
    public Set<MemberId> people() {
        Stream<Colleague> turn = settings.turn().stream().flatMap(team -> team.value().who().stream());
        Stream<Colleague> fixed = settings.shifts().stream().flatMap(shift -> shift.value().who().stream());
        Stream<Colleague> others = settings.leave().stream().flatMap(leave -> leave.value().substitute().stream());
        Stream<Colleague> swapped = settings.swap().stream().flatMap(swap -> swap.value().who().stream())
                .map(Located::value);
        Set<MemberId> people = new LinkedHashSet<>();
        Stream.of(turn, fixed, others, swapped).flatMap(each -> each).forEach(each -> people.add(each.id()));
        return people;
    }

    /** Who is on duty at a time; empty when nobody is. */
    public List<MemberId> who(Instant time) {
        LocalDate duty = dutyDay(time);
        LocalDate today = LocalDate.ofInstant(time, settings.zone());
        List<MemberId> planned = planned(time, duty).stream().map(member -> swapped(member, duty)).toList();
        return planned.stream().flatMap(member -> present(member, today, planned).stream()).distinct().toList();
    }

    /** Who is on duty from one time to another. */
    public List<Span> plan(Instant from, Instant until) {
        List<Span> plan = new ArrayList<>();
        Instant begin = from;
        for (Instant edge : edges(from, until)) {
            add(plan, new Span(begin, edge, who(begin)));
            begin = edge;
        }
        add(plan, new Span(begin, until, who(begin)));
        return plan;
    }

    private static void add(List<Span> plan, Span next) {
        Optional<Span> before = plan.isEmpty() ? Optional.empty() : Optional.of(plan.getLast());
        if (before.filter(last -> last.who().equals(next.who())).isPresent()) {
            plan.removeLast();
            plan.add(new Span(before.orElseThrow().from(), next.until(), next.who()));
        } else {
            plan.add(next);
        }
    }

    /** Whenever somebody else may be on duty. */
    private Set<Instant> edges(Instant from, Instant until) {
        Set<Instant> edges = new TreeSet<>();
        LocalDate last = LocalDate.ofInstant(until, settings.zone());
        for (LocalDate day = LocalDate.ofInstant(from, settings.zone()); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate date = day;
            edges.add(day.atStartOfDay(settings.zone()).toInstant());
            edges.add(handover(day));
            settings.shifts().stream().flatMap(shift -> shift.value().hours().edges().stream())
                    .forEach(time -> edges.add(ZonedDateTime.of(date, time, settings.zone()).toInstant()));
        }
        edges.removeIf(edge -> !edge.isAfter(from) || !edge.isBefore(until));
        return edges;
    }

    /** A handover happens once, also on a day that has its hour twice or not at all. */
    private Instant handover(LocalDate day) {
        return ZonedDateTime.of(day, settings.at(), settings.zone()).withEarlierOffsetAtOverlap().toInstant();
    }

    /** The day on which the present duty began. */
    private LocalDate dutyDay(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, settings.zone());
        return time.isBefore(handover(day)) ? day.minusDays(1) : day;
    }

    private List<MemberId> planned(Instant time, LocalDate duty) {
        boolean begun = settings.from().filter(first -> duty.isBefore(first.value())).isEmpty();
        boolean over = settings.until().filter(last -> duty.isAfter(last.value())).isPresent();
        if (!begun || over) {
            return List.of();
        }
        LocalDateTime local = LocalDateTime.ofInstant(time, settings.zone());
        List<Colleague> planned = settings.shifts().stream().map(Located::value)
                .filter(shift -> shift.hours().include(local)).findFirst().map(Shift::who).orElseGet(() -> turn(duty));
        return planned.stream().map(Colleague::id).toList();
    }

    private List<Colleague> turn(LocalDate duty) {
        List<Located<Team>> turn = settings.turn();
        if (turn.isEmpty()) {
            return List.of();
        }
        long days = settings.from().map(first -> ChronoUnit.DAYS.between(first.value(), duty)).orElse(0L);
        return turn.get((int) (days / settings.every().days() % turn.size())).value().who();
    }

    private MemberId swapped(MemberId member, LocalDate duty) {
        MemberId has = member;
        for (Located<Swap> swap : settings.swap()) {
            List<MemberId> both = swap.value().who().stream().map(each -> each.value().id()).toList();
            if (swap.value().includes(duty) && both.contains(has)) {
                has = both.get(1 - both.indexOf(has));
            }
        }
        return has;
    }

    /** Who does the duty of a colleague who may be away: a substitute, else the next in turn who is there and free. */
    private Optional<MemberId> present(MemberId member, LocalDate day, List<MemberId> planned) {
        Set<MemberId> asked = new HashSet<>();
        Optional<MemberId> standIn = Optional.of(member);
        while (standIn.isPresent() && asked.add(standIn.get()) && leave(standIn.get(), day).isPresent()) {
            standIn = leave(standIn.get(), day).flatMap(Leave::substitute).map(Colleague::id);
        }
        return standIn.filter(found -> leave(found, day).isEmpty()).or(() -> following(member).stream()
                .filter(next -> !planned.contains(next) && leave(next, day).isEmpty()).findFirst());
    }

    private Optional<Leave> leave(MemberId member, LocalDate day) {
        return settings.leave().stream().map(Located::value)
                .filter(leave -> leave.who().value().id().equals(member) && leave.includes(day)).findFirst();
    }

    /** All others of the turn, in the order in which they follow somebody. */
    private List<MemberId> following(MemberId member) {
        List<MemberId> all = settings.turn().stream().flatMap(team -> team.value().who().stream()).map(Colleague::id)
                .distinct().toList();
        int at = all.indexOf(member);
        List<MemberId> following = new ArrayList<>(all.subList(at + 1, all.size()));
        following.addAll(all.subList(0, Math.max(at, 0)));
        return following;
    }
}
