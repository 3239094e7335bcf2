package io.qunbot.rota;

import io.qunbot.rota.RotaSettings.Leave;
import io.qunbot.rota.RotaSettings.Shift;
import io.qunbot.rota.RotaSettings.Swap;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the types of a rota's fields cannot see. */
final class RotaCheck {

    /** Any Monday will do. */
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private final RotaSettings rota;
    private final Place start;
    private final Problems problems;

    /** @param start what has no place of its own is told there */
    RotaCheck(RotaSettings rota, Place start, Problems problems) {
        this.rota = rota;
        this.start = start;
        this.problems = problems;
    }

    void check() {
        people();
        rota.from().flatMap(from -> rota.until().filter(until -> until.value().isBefore(from.value())))
                .ifPresent(until -> backwards(until.place()));
        rota.leave().stream().filter(leave -> leave.value().until().isBefore(leave.value().from()))
                .forEach(leave -> backwards(leave.place()));
        rota.swap().stream().filter(swap -> swap.value().until().isBefore(swap.value().from()))
                .forEach(swap -> backwards(swap.place()));
        rota.swap().forEach(this::swap);
        known();
        twice();
    }

    private void people() {
        if (rota.turn().isEmpty() && rota.shifts().isEmpty()) {
            problems.error(RotaCode.NOBODY.id(), start, new Words("值班表里没有人", "there is nobody in this rota"),
                    new Words("写上轮流的同事,例如 turn: [zhangsan, lisi]",
                            "name those who take turns: turn: [zhangsan, lisi]"));
        } else if (rota.turn().size() > 1 && rota.from().isEmpty()) {
            problems.error(RotaCode.NOBODY.id(), rota.turn().getFirst().place(),
                    new Words("没写从哪天开始轮", "it does not say from which day they take turns"),
                    new Words("加一行第一位开始值班的日子,例如 from: 2026-12-07",
                            "add the day on which the first of them begins, such as from: 2026-12-07"));
        }
    }

    private void backwards(Place place) {
        problems.error(RotaCode.DATES.id(), place, new Words("until 在 from 前面", "'until' comes before 'from'"),
                new Words("头尾两天都算;只有一天就写同一天", "both days are included; for one day write it twice"));
    }

    private void swap(Located<Swap> swap) {
        long two = swap.value().who().stream().map(Located::value).distinct().count();
        if (two != 2 || swap.value().who().size() != 2) {
            problems.error(RotaCode.TWO.id(), swap.place(), new Words("换班要正好两个人", "a swap is between two"),
                    new Words("例如 who: [zhangsan, lisi]", "such as who: [zhangsan, lisi]"));
        }
    }

    /** Substitutes and partners may come from elsewhere; whoever is away, or gives a duty away, must have one. */
    private void known() {
        List<String> accounts = Stream.concat(rota.turn().stream().flatMap(team -> team.value().who().stream()),
                rota.shifts().stream().flatMap(shift -> shift.value().who().stream()))
                .map(each -> each.id().value()).distinct().toList();
        rota.leave().stream().map(leave -> leave.value().who()).filter(who -> !isIn(who, accounts))
                .filter(who -> rota.leave().stream().flatMap(leave -> leave.value().substitute().stream())
                        .noneMatch(who.value()::equals))
                .forEach(who -> unknown(who, accounts));
        rota.swap().stream().map(swap -> swap.value().who()).filter(who -> who.stream().noneMatch(each -> isIn(each,
                accounts))).forEach(who -> who.stream().findFirst().ifPresent(first -> unknown(first, accounts)));
    }

    private static boolean isIn(Located<Colleague> who, List<String> accounts) {
        return accounts.contains(who.value().id().value());
    }

    private void unknown(Located<Colleague> who, List<String> accounts) {
        String account = who.value().id().value();
        problems.error(RotaCode.NOT_IN_IT.id(), who.place(),
                new Words("“" + account + "” 不在这张值班表里", "'" + account + "' is not in this rota"),
                Nearest.help(account, accounts));
    }

    private void twice() {
        for (int one = 0; one < rota.leave().size(); one++) {
            Located<Leave> leave = rota.leave().get(one);
            if (rota.leave().subList(0, one).stream().anyMatch(other -> overlap(other.value(), leave.value()))) {
                twice(leave.place(), "这几天已经请过假了", "these days are taken as leave already");
            }
        }
        for (int one = 0; one < rota.shifts().size(); one++) {
            Located<Shift> shift = rota.shifts().get(one);
            if (rota.shifts().subList(0, one).stream().anyMatch(other -> overlap(other.value(), shift.value()))) {
                twice(shift.place(), "这段时间上面已经有人值了", "this time is somebody's already, see above");
            }
        }
    }

    private static boolean overlap(Leave one, Leave other) {
        return one.who().value().equals(other.who().value()) && !one.until().isBefore(other.from())
                && !other.until().isBefore(one.from());
    }

    /** What is in both begins where one of them begins. */
    private static boolean overlap(Shift one, Shift other) {
        return IntStream.range(0, 7).mapToObj(MONDAY::plusDays)
                .anyMatch(day -> Stream.concat(one.hours().edges().stream(), other.hours().edges().stream())
                        .map(day::atTime)
                        .anyMatch(time -> one.hours().include(time) && other.hours().include(time)));
    }

    private void twice(Place place, String zh, String en) {
        problems.error(RotaCode.TWICE.id(), place, new Words(zh, en),
                new Words("删掉一条,或者改时间", "remove one, or change its time"));
    }
}
