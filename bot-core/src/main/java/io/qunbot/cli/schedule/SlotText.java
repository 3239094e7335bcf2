package io.qunbot.cli.schedule;

import io.qunbot.simulation.schedule.Slot;
import io.qunbot.yaml.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What lies ahead as text, a paragraph a day. */
public final class SlotText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int LONGEST = 60;

    private final Map<String, String> names;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    /** @param names of groups by their ids */
    public SlotText(Map<String, String> names, Language language) {
        this.names = names;
        this.language = language;
    }

    /** @param slots in the order of their times */
    public List<String> of(List<Slot> slots) {
        LocalDate day = LocalDate.MIN;
        for (Slot slot : slots) {
            ZonedDateTime time = local(slot.time(), slot);
            if (!time.toLocalDate().equals(day)) {
                day = time.toLocalDate();
                lines.add((lines.isEmpty() ? "" : "\n") + day + " " + weekday(day));
            }
            add(slot, time);
        }
        return lines;
    }

    private String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT,
                language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    private void add(Slot slot, ZonedDateTime time) {
        String name = slot.plugin() + "/" + slot.id() + (slot.step().isEmpty() ? "" : "/" + slot.step());
        lines.add("  " + (slot.at().isPresent() ? time.format(TIME) : "--:--") + "  " + group(slot) + "  " + name
                + (slot.kind().isEmpty() ? "" : " [" + slot.kind() + "]") + who(slot) + "  " + shortened(slot.text()));
        slot.shifted().ifPresent(why -> lines.add("         "
                + (slot.at().isPresent() ? words("本来 ", "meant for ") : words("不说,本来 ", "not said, meant for "))
                + meant(slot, time) + ": " + why.in(language)));
        slot.conflict().ifPresent(why -> lines.add("         ! " + why.in(language)));
    }

    private static String meant(Slot slot, ZonedDateTime time) {
        ZonedDateTime nominal = local(slot.nominal(), slot);
        boolean same = nominal.toLocalDate().equals(time.toLocalDate());
        return same ? nominal.format(TIME) : nominal.toLocalDate() + " " + nominal.format(TIME);
    }

    private String group(Slot slot) {
        String id = slot.chat().id().value();
        String name = names.getOrDefault(id, "");
        return name.isEmpty() || name.equals(id) ? id : name + " (" + id + ")";
    }

    private String who(Slot slot) {
        String to = slot.to().stream().map(member -> "@" + member.value()).collect(Collectors.joining(" "));
        return switch (slot.how()) {
            case "tell" -> words("  告诉 ", "  tells ") + to;
            case "draft" -> words("  草稿给 ", "  a draft for ") + to;
            case "campaign" -> words("  群发,经同事确认", "  to each of them, once a colleague confirms it");
            case "task" -> words("  群发任务等群主确认", "  a task for the owner to confirm");
            default -> "";
        };
    }

    private static ZonedDateTime local(Instant time, Slot slot) {
        return time.atZone(slot.zone());
    }

    private static String shortened(String text) {
        String line = String.join(" ", text.strip().split("\\s+", -1));
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
