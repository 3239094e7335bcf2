package io.qunbot.plugin.mask;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is hidden of texts; only head and tail of it stay. Everything around it stays as it was written. */
public record Masks(Set<Mask> kinds) {

    public static final Masks NONE = new Masks(Set.of());
    /** All but who said it. */
    public static final Masks USUAL = new Masks(Set.of(Mask.PHONE, Mask.ID_CARD, Mask.BANK_CARD, Mask.EMAIL));

    private static final int SHORT = 5;
    private static final int SHOWN = 2;

    public Masks {
        kinds = Set.copyOf(kinds);
    }

    /** These and others. */
    public Masks and(Masks others) {
        return new Masks(Stream.concat(kinds.stream(), others.kinds.stream()).collect(Collectors.toSet()));
    }

    public boolean hides(Mask mask) {
        return kinds.contains(mask);
    }

    /** A text, with stars for what is hidden of it. */
    public String in(String text) {
        if (kinds.isEmpty()) {
            return text;
        }
        Stars stars = new Stars(text);
        if (hides(Mask.EMAIL)) {
            Addresses.hide(stars);
        }
        if (kinds.stream().anyMatch(kind -> kind != Mask.EMAIL && kind != Mask.MEMBER)) {
            Runs.of(stars.points()).forEach(run -> run.hide(kinds, stars));
        }
        return stars.text();
    }

    /** Somebody's id or name. */
    public String member(String id) {
        if (!hides(Mask.MEMBER) || id.isEmpty()) {
            return id;
        }
        int length = id.codePointCount(0, id.length());
        int tail = length < SHORT ? id.length() : id.offsetByCodePoints(id.length(), -SHOWN);
        return id.substring(0, id.offsetByCodePoints(0, length < SHORT ? 1 : SHOWN)) + "***" + id.substring(tail);
    }

    /** As operators call them, in the order in which they are listed. */
    public List<String> titles() {
        EnumSet<Mask> sorted = EnumSet.noneOf(Mask.class);
        sorted.addAll(kinds);
        return sorted.stream().map(Mask::title).toList();
    }
}
