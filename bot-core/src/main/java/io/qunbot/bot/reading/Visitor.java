package io.qunbot.bot.reading;

import io.qunbot.plugin.mask.Mask;
import io.qunbot.plugin.mask.Masks;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody who reads the archive.
 *
 * @param by who
 * @param command by which
 * @param masks hidden beyond what profiles hide
 * @param plain whether nothing is hidden
 * @param visit the number of a visit that goes on, 0 for one that begins
 */
public record Visitor(String by, String command, Masks masks, boolean plain, long visit) {

    private static final int LONGEST = 60;

    public Visitor {
        by = by.isBlank() ? "?" : by.strip().substring(0, Math.min(LONGEST, by.strip().length()));
    }

    /** The same visitor, whose visit is written down. */
    public Visitor in(long number) {
        return new Visitor(by, command, masks, plain, number);
    }

    /** As it is passed on to a running bot. */
    public Map<String, String> query() {
        return Map.of("by", by, "command", command, "masks", String.join(",", masks.titles()), "plain",
                String.valueOf(plain), "visit", String.valueOf(visit));
    }

    /** @throws IllegalArgumentException when it makes no sense */
    public static Visitor read(Map<String, String> query) {
        return new Visitor(query.getOrDefault("by", ""), query.getOrDefault("command", "api"),
                new Masks(Arrays.stream(query.getOrDefault("masks", "").split(",", -1)).filter(name -> !name.isEmpty())
                        .map(Visitor::mask).collect(Collectors.toSet())),
                Boolean.parseBoolean(query.getOrDefault("plain", "false")),
                Long.parseLong(query.getOrDefault("visit", "0")));
    }

    private static Mask mask(String name) {
        return Mask.of(name).orElseThrow(() -> new IllegalArgumentException("nothing to hide is called " + name));
    }
}
