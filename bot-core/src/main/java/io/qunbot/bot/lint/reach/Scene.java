package io.qunbot.bot.lint.reach;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Manner;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Occasion;
import io.qunbot.profile.Activity;
import io.qunbot.profile.Conduct;
import io.qunbot.profile.Subject;
import io.qunbot.profile.Way;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A profile, and where its groups may live. */
record Scene(Surroundings surroundings, Subject subject, List<Surroundings.Ground> grounds) {

    private static final int MOST_NAMES = 3;

    Scene {
        grounds = List.copyOf(grounds);
    }

    static Scene of(Surroundings surroundings, Subject subject) {
        return new Scene(surroundings, subject,
                subject.conduct().claims().stream().map(surroundings::ground).toList());
    }

    Conduct conduct() {
        return subject.conduct();
    }

    /** What the profile's plugins do. */
    List<Occasion> occasions(Predicate<Occasion> wanted) {
        return conduct().activities().stream().flatMap(activity -> activity.occasions().stream()).filter(wanted)
                .toList();
    }

    /** The plugin that does it. */
    Activity by(Occasion occasion) {
        return conduct().activities().stream().filter(activity -> activity.occasions().contains(occasion)).findFirst()
                .orElseThrow();
    }

    /** How words leave there; what a colleague has to see first is a draft, unless he confirms it anyway. */
    Way way(Occasion occasion, ChatKind kind) {
        Manner manner = switch (occasion.cause()) {
            case Occasion.Heard _,Occasion.Entered _ -> Manner.ANSWER;
            case Occasion.Joined _ -> Manner.WELCOME;
            case Occasion.Due _ -> Manner.TOPIC;
        };
        Way way = conduct().speech().way(kind, manner);
        boolean first = conduct().mode() == Mode.DRAFT || occasion.effects().contains(Occasion.Effect.DRAFT);
        return way == Way.BOT && first ? Way.DRAFT : way;
    }

    /** Whether anything is said or told at all. */
    boolean isSilent() {
        return conduct().mode() == Mode.WATCH;
    }

    /** Where the first of these is written that somebody wrote; the profile itself when nobody wrote any. */
    Place written(String... paths) {
        return Stream.of(paths).flatMap(path -> conduct().services().where(path.split("\\.")).stream()).findFirst()
                .orElse(subject.place());
    }

    /** One of this profile's own, if there is one, and not of a profile that it extends. */
    Place placeOf(List<Occasion> some) {
        return some.stream().filter(this::isOwn).findFirst().orElseGet(some::getFirst).what().place();
    }

    /** How an operator calls them: the first few, those of the profile itself first, with their lines. */
    Words names(List<Occasion> some) {
        List<Occasion> few = some.stream().sorted(Comparator.comparing(each -> !isOwn(each))).limit(MOST_NAMES)
                .toList();
        boolean more = some.size() > MOST_NAMES;
        return new Words(
                few.stream().map(each -> called(each) + "(" + file(each) + "第 " + each.what().place().line() + " 行)")
                        .collect(Collectors.joining("、")) + (more ? "等 " + some.size() + " 处" : ""),
                few.stream().map(each -> called(each) + " (" + file(each) + "line " + each.what().place().line() + ")")
                        .collect(Collectors.joining(", "))
                        + (more ? " and " + (some.size() - MOST_NAMES) + " more" : ""));
    }

    private boolean isOwn(Occasion occasion) {
        return occasion.what().place().source().name().equals(subject.place().source().name());
    }

    private String file(Occasion occasion) {
        return isOwn(occasion) ? "" : occasion.what().place().source().name() + " ";
    }

    private static String called(Occasion occasion) {
        return occasion.what().value().isEmpty() ? "?" : occasion.what().value();
    }
}
