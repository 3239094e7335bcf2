package io.qunbot.bot.report.section;

import io.qunbot.bot.report.Material;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Part.Fact;
import io.qunbot.bot.report.Part.Picture;
import io.qunbot.bot.report.Part.Table;
import io.qunbot.bot.report.Place;
import io.qunbot.bot.report.Section;
import io.qunbot.yaml.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How much is said, and by how many. */
public final class Talk implements Section {

    private static final int SHOWN = 20;

    @Override
    public Optional<Part> of(Material material) {
        List<Place> places = material.places();
        long speakers = places.stream().flatMap(place -> place.pulse().speakers().stream()).distinct().count();
        List<Fact> facts = List.of(
                Fact.of("成员说的话", "messages of members",
                        places.stream().mapToLong(place -> place.pulse().messages()).sum()),
                Fact.of("说过话的成员", "members who said something", speakers),
                Fact.of("同事说的话", "messages of colleagues",
                        places.stream().mapToLong(place -> place.pulse().colleagues()).sum()));
        int days = material.range().days().size();
        Picture picture = new Picture(new Words("成员每天说多少句", "Messages of members a day"), material.labels(),
                IntStream.range(0, days).mapToObj(day -> places.stream()
                        .mapToDouble(place -> place.pulse().messagesOn(day)).sum()).toList(),
                List.of());
        List<Table> tables = places.size() < 2 ? List.of() : List.of(groups(places));
        return Optional.of(new Part("talk", new Words("互动", "Talk"), facts, tables, List.of(picture), List.of()));
    }

    private static Table groups(List<Place> places) {
        return new Table(new Words("各群", "By group"), List.of(new Words("群", "group"), new Words("成员", "members"),
                new Words("说过话", "spoke"), new Words("句", "messages"), new Words("新来", "joined"),
                new Words("离开", "left")),
                places.stream().sorted(Comparator.comparingLong((Place place) -> place.pulse().messages()).reversed())
                        .limit(SHOWN).map(Talk::row).toList());
    }

    private static List<String> row(Place place) {
        return List.of(place.name(), String.valueOf(place.size()), String.valueOf(place.pulse().speakers().size()),
                String.valueOf(place.pulse().messages()), String.valueOf(place.pulse().joined()),
                String.valueOf(place.pulse().left()));
    }
}
