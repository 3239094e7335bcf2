package io.qunbot.bot.report.section;

import io.qunbot.bot.report.Care;
import io.qunbot.bot.report.Place;
import io.qunbot.bot.report.Pulse;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A group's three figures, with what they are compared with. */
record Weighing(String name, Map<Kind, Trio> figures) {

    /** What is weighed. */
    enum Kind {
        /** New members. */
        TRAFFIC,
        /** Messages of members for each member. */
        INTERACTION,
        /** The part of the questions that was answered in time, from 0 to 1. */
        SERVICE
    }

    /** Now, on average before, and in the middle one of the other groups. */
    record Trio(OptionalDouble now, OptionalDouble before, OptionalDouble others) {

        static final Trio NONE = new Trio(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

        boolean isAbove(double factor) {
            return now.isPresent() && exceeds(now.getAsDouble(), before, factor, others);
        }

        private static boolean exceeds(double now, OptionalDouble before, double factor, OptionalDouble others) {
            return (before.isPresent() && now >= factor * before.getAsDouble())
                    || (others.isPresent() && now >= factor * others.getAsDouble());
        }

        boolean isBelow(double factor) {
            return now.isPresent() && ((before.isPresent() && now.getAsDouble() <= factor * before.getAsDouble()
                    && before.getAsDouble() > 0)
                    || (others.isPresent() && now.getAsDouble() <= factor * others.getAsDouble()
                            && others.getAsDouble() > 0));
        }

        boolean isAlone() {
            return before.isEmpty() && others.isEmpty();
        }
    }

    /** Fewer are no crowd. */
    private static final double FEW = 3;
    private static final double MORE = 1.3;
    private static final double LESS = 0.7;
    /** What every group should have, whatever it had before. */
    private static final double LIVELY = 0.5;
    private static final double SERVED = 0.8;
    private static final String NOTHING = "—";

    static Weighing of(Place place, List<Place> all) {
        List<Place> others = all.stream().filter(each -> !each.equals(place)).toList();
        Map<Kind, Trio> figures = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            int lived = IntStream.range(1, place.pulses().size()).filter(i -> isAlive(place.pulses().get(i))).max()
                    .orElse(0);
            OptionalDouble before = IntStream.rangeClosed(1, lived).mapToObj(i -> figure(kind, place, i))
                    .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).average();
            double[] theirs = others.stream().filter(each -> isAlive(each.pulse())).map(each -> figure(kind, each, 0))
                    .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).sorted().toArray();
            figures.put(kind, new Trio(figure(kind, place, 0), before, theirs.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((theirs[(theirs.length - 1) / 2] + theirs[theirs.length / 2]) / 2)));
        }
        return new Weighing(place.name(), figures);
    }

    private static boolean isAlive(Pulse pulse) {
        return pulse.joined() + pulse.messages() + pulse.colleagues() > 0;
    }

    private static OptionalDouble figure(Kind kind, Place place, int when) {
        Pulse pulse = place.pulses().get(when);
        Care care = place.care().get(when);
        return switch (kind) {
            case TRAFFIC -> OptionalDouble.of((double) pulse.joined());
            case INTERACTION -> OptionalDouble.of(pulse.messages() / (double) Math.max(1, place.size()));
            case SERVICE -> care.asked() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.max(0, care.asked() - care.late()) / (double) care.asked());
        };
    }

    /** Many come, few talk, and who asks has to wait. */
    boolean isHeavyLightWeak() {
        Trio traffic = trio(Kind.TRAFFIC);
        Trio interaction = trio(Kind.INTERACTION);
        Trio service = trio(Kind.SERVICE);
        boolean heavy = traffic.now().orElse(0) >= FEW && (traffic.isAlone() || traffic.isAbove(MORE));
        boolean light = interaction.isBelow(LESS)
                || (interaction.isAlone() && interaction.now().orElse(0) < LIVELY);
        boolean weak = service.now().isPresent() && (service.now().getAsDouble() < SERVED || service.isBelow(LESS));
        return heavy && light && weak;
    }

    private Trio trio(Kind kind) {
        return figures.getOrDefault(kind, Trio.NONE);
    }

    String text(Kind kind) {
        Trio trio = trio(kind);
        return text(kind, trio.now()) + " / " + text(kind, trio.before()) + " / " + text(kind, trio.others());
    }

    private static String text(Kind kind, OptionalDouble figure) {
        if (figure.isEmpty()) {
            return NOTHING;
        }
        return kind == Kind.SERVICE ? percent(figure.getAsDouble()) : round(figure.getAsDouble());
    }

    /** @param part from 0 to 1 */
    static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * part);
    }

    static String round(double number) {
        return number == Math.rint(number)
                ? String.valueOf(Math.round(number))
                : String.format(Locale.ROOT, "%.1f", number);
    }
}
