package io.qunbot.bot.report.section;

import io.qunbot.bot.report.Material;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Part.Fact;
import io.qunbot.bot.report.Part.Picture;
import io.qunbot.bot.report.Part.Table;
import io.qunbot.bot.report.Place;
import io.qunbot.bot.report.Section;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.Membership;
import io.qunbot.yaml.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who came and by which way, who introduced themselves, and who has not said a word. */
public final class Newcomers implements Section {

    private static final Set<String> INTRODUCED = Set.of("introduced", "introduced.after");
    private static final int SHOWN = 20;

    @Override
    public Optional<Part> of(Material material) {
        long joined = material.places().stream().mapToLong(place -> place.pulse().joined()).sum();
        long left = material.places().stream().mapToLong(place -> place.pulse().left()).sum();
        if (joined + left == 0) {
            return Optional.empty();
        }
        Set<String> introduced = material.remarked("welcome", INTRODUCED).stream()
                .map(each -> each.remark().subject()).collect(Collectors.toSet());
        Set<MemberId> silent = material.places().stream().flatMap(place -> silent(place).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Fact> facts = List.of(Fact.of("新成员", "new members", joined), Fact.of("离开", "left", left),
                Fact.of("做了自我介绍", "introduced themselves", introduced.size()),
                Fact.of("还没说过话", "have not said a word", silent.size()));
        List<Table> tables = List.of(sources(material), people(silent, material));
        return Optional.of(new Part("newcomers", new Words("新成员", "New members"), facts,
                tables.stream().filter(table -> !table.rows().isEmpty()).toList(), List.of(picture(material)),
                List.of()));
    }

    private static Set<MemberId> silent(Place place) {
        Set<MemberId> silent = new LinkedHashSet<>(place.pulse().newcomers());
        silent.removeAll(place.pulse().speakers());
        return silent;
    }

    private static Table sources(Material material) {
        Map<String, Long> sources = new TreeMap<>();
        for (Place place : material.places()) {
            long known = 0;
            for (MemberId member : place.pulse().newcomers()) {
                String source = place.roster().flatMap(roster -> roster.member(member)).map(Newcomers::source)
                        .orElse("不清楚 / not known");
                sources.merge(source, 1L, Long::sum);
                known++;
            }
            if (place.pulse().joined() > known) {
                sources.merge("不清楚 / not known", place.pulse().joined() - known, Long::sum);
            }
        }
        return new Table(new Words("从哪里来", "Where they came from"),
                List.of(new Words("来源", "source"), new Words("人数", "members")),
                sources.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(each -> List.of(each.getKey(), String.valueOf(each.getValue()))).toList());
    }

    private static String source(Membership membership) {
        if (!membership.state().isEmpty()) {
            return membership.state();
        }
        return switch (membership.scene()) {
            case 1 -> "被人邀请 / invited";
            case 2 -> "邀请链接 / invitation link";
            case 3 -> "扫码 / QR code";
            default -> "不清楚 / not known";
        };
    }

    private static Table people(Set<MemberId> silent, Material material) {
        return new Table(new Words("还没说过话的新成员", "New members who have not said a word"),
                List.of(new Words("名字", "name")),
                silent.stream().limit(SHOWN).map(member -> List.of(material.names().apply(member))).toList());
    }

    private static Picture picture(Material material) {
        int days = material.range().days().size();
        return new Picture(new Words("每天进群(上)和离开(下)", "Joined (up) and left (down) a day"), material.labels(),
                IntStream.range(0, days).mapToObj(day -> material.places().stream()
                        .mapToDouble(place -> place.pulse().joinedOn(day)).sum()).toList(),
                IntStream.range(0, days).mapToObj(day -> material.places().stream()
                        .mapToDouble(place -> place.pulse().leftOn(day)).sum()).toList());
    }
}
