package io.qunbot.cli.schedule;

import io.qunbot.bot.Version;
import io.qunbot.simulation.schedule.Slot;
import io.qunbot.yaml.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is going to be said, as an iCalendar file (RFC 5545). Silent times are not in it. */
public final class CalendarFile {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    /** RFC 5545, 3.1: a line has at most 75 octets without its end. */
    private static final int OCTETS = 75;

    private final Map<String, String> names;
    private final Language language;
    private final StringBuilder file = new StringBuilder();

    /** @param names of groups by their ids */
    public CalendarFile(Map<String, String> names, Language language) {
        this.names = names;
        this.language = language;
    }

    /** @param now when it is made */
    public String of(List<Slot> slots, Instant now) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//qunbot//qunbot " + Version.NUMBER + "//" + language);
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        slots.stream().filter(slot -> slot.at().isPresent()).forEach(slot -> event(slot, now));
        line("END:VCALENDAR");
        return file.toString();
    }

    private void event(Slot slot, Instant now) {
        String group = names.getOrDefault(slot.chat().id().value(), slot.chat().id().value());
        String id = slot.id() + (slot.step().isEmpty() ? "" : "/" + slot.step());
        line("BEGIN:VEVENT");
        line("UID:" + uid(slot));
        line("DTSTAMP:" + UTC.format(now));
        line("DTSTART:" + UTC.format(slot.time()));
        line("DURATION:PT10M");
        line("SUMMARY:" + text(group + " · " + id));
        line("DESCRIPTION:" + text(slot.text() + slot.shifted().map(why -> "\n(" + why.in(language) + ")").orElse("")));
        line("LOCATION:" + text(group));
        if (!slot.kind().isEmpty()) {
            line("CATEGORIES:" + text(slot.kind()));
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** The same slot has the same name in every file: a calendar that reads the next one moves it. */
    private static String uid(Slot slot) {
        String name = String.join("\n", slot.chat().id().value(), slot.plugin(), slot.id(), slot.step(),
                slot.nominal().toString(), slot.how());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@qunbot";
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n")
                .replace("\n", "\\n").replaceAll("\\p{Cntrl}", " ");
    }

    /** Long lines go on behind a space in the next one, and no character is cut. */
    private void line(String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); at += Character.charCount(content.codePointAt(at))) {
            String sign = Character.toString(content.codePointAt(at));
            int length = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(sign);
            octets += length;
        }
        file.append("\r\n");
    }
}
