package io.qunbot.profile;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The time zone in which a house lives: that of most of its profiles, whatever the machine's is. */
public final class HouseZone {

    /** What a profile has that names none. */
    private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");

    private HouseZone() {}

    /** @param files an operator's, by their names; mistakes in them are none of its business */
    public static ZoneId of(SortedMap<String, byte[]> files) {
        List<Sheet> sheets = files.entrySet().stream().filter(file -> !BookReader.isCompanion(file.getKey()))
                .map(file -> Sheet.read(file.getKey(), file.getValue())).filter(sheet -> sheet.tree().isPresent())
                .toList();
        Family family = new Family(sheets);
        Map<ZoneId, Integer> votes = new LinkedHashMap<>();
        sheets.stream().filter(sheet -> !sheet.isAbstract())
                .forEach(sheet -> votes.merge(zone(sheet, family), 1, Integer::sum));
        return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(USUAL);
    }

    private static ZoneId zone(Sheet sheet, Family family) {
        return Stream.of(family.effective(sheet, new Problems())).flatMap(tree -> Sheet.text(tree, "zone").stream())
                .map(Located::value).flatMap(HouseZone::known).findFirst().orElse(USUAL);
    }

    private static Stream<ZoneId> known(String name) {
        try {
            return Stream.of(ZoneId.of(name));
        } catch (DateTimeException none) {
            return Stream.empty();
        }
    }
}
