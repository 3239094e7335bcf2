package io.qunbot.cli.schedule;

import com.google.gson.GsonBuilder;
import io.qunbot.simulation.schedule.Slot;
import io.qunbot.yaml.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What lies ahead as JSON: a list, times in ISO 8601 with the zone's offset. */
public final class SlotJson {

    /**
     * One slot.
     *
     * @param at null when it is not said; {@code shifted} says why
     * @param how {@code say}, {@code tell}, {@code draft} or {@code task}; empty when there are no words
     * @param conflict empty when there is none
     */
    private record Line(String group, String profile, String plugin, String id, String step, String nominal,
            @Nullable String at, String kind, String text, String shifted, String how, String to, String conflict) {}

    private SlotJson() {}

    public static String of(List<Slot> slots, Language language) {
        return new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create()
                .toJson(slots.stream().map(slot -> line(slot, language)).toList());
    }

    private static Line line(Slot slot, Language language) {
        return new Line(slot.chat().id().value(), slot.profile(), slot.plugin(), slot.id(), slot.step(),
                time(slot.nominal(), slot), slot.at().map(at -> time(at, slot)).orElse(null), slot.kind(), slot.text(),
                slot.shifted().map(why -> why.in(language)).orElse(""), slot.how(),
                slot.to().stream().map(member -> member.value()).collect(Collectors.joining(",")),
                slot.conflict().map(why -> why.in(language)).orElse(""));
    }

    private static String time(Instant time, Slot slot) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(slot.zone()));
    }
}
