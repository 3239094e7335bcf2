package io.qunbot.plugins.welcome;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Entry;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Occasion.Effect;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of the operator's lines may act, what members get to read of it, and when. */
final class Lines {

    static final String ENTER = "welcome.enter";
    private static final List<ChatKind> GROUPS = List.of(ChatKind.INTERNAL, ChatKind.CUSTOMER);

    private final WelcomeSettings settings;
    private final Optional<Introduce> introduce;
    private final Optional<Located<Entry>> entry;

    Lines(WelcomeSettings settings, Optional<Located<Entry>> entry) {
        this.settings = settings;
        this.introduce = settings.introduce().map(Located::value);
        this.entry = entry.filter(it -> it.value().canBeChecked());
    }

    List<Located<String>> rules() {
        List<Located<String>> rules = new ArrayList<>();
        settings.say().forEach(greeting -> rules.add(new Located<>(Reception.RULE, greeting.place())));
        settings.enter().ifPresent(text -> rules.add(new Located<>(ENTER, text.place())));
        settings.introduce().ifPresent(it -> rules.add(new Located<>(Introducing.RULE, it.place())));
        introduce.flatMap(Introduce::thanks).ifPresent(it -> rules.add(new Located<>(Thanks.RULE, it.place())));
        introduce.flatMap(Introduce::remind).ifPresent(it -> rules.add(new Located<>(Reminder.RULE, it.place())));
        daily().ifPresent(it -> rules.add(new Located<>(Thanks.DAILY_RULE, it.place())));
        days().forEach(day -> rules.add(new Located<>(Following.RULE, day.place())));
        entry.ifPresent(it -> rules.add(new Located<>(Threshold.RULE, it.place())));
        return rules;
    }

    private Optional<Located<Template>> daily() {
        return introduce.flatMap(Introduce::daily).map(daily -> daily.value().say());
    }

    private List<Located<Follow.Day>> days() {
        return settings.follow().map(follow -> follow.value().days()).orElse(List.of());
    }

    /** What the ritual and the days after it say. */
    private List<Located<Template>> words() {
        List<Located<Template>> words = new ArrayList<>();
        introduce.flatMap(Introduce::thanks).ifPresent(words::add);
        introduce.flatMap(Introduce::echo).ifPresent(words::add);
        introduce.flatMap(Introduce::remind).ifPresent(words::add);
        daily().ifPresent(words::add);
        days().forEach(day -> day.value().say().ifPresent(words::add));
        return words;
    }

    List<Spoken> says() {
        List<Spoken> says = new ArrayList<>();
        settings.say()
                .forEach(greeting -> says.add(new Spoken(greeting.value().saying(), greeting.place(), List.of())));
        settings.enter().ifPresent(text -> says.add(new Spoken(text.value(), text.place(), List.of(ChatKind.DIRECT))));
        words().forEach(text -> says.add(new Spoken(text.value(), text.place(), GROUPS)));
        return says;
    }

    List<Occasion> occasions() {
        List<Occasion> occasions = new ArrayList<>();
        settings.say().stream().limit(1).forEach(greeting -> occasions.add(
                occasion(Reception.RULE, greeting.place(), new Occasion.Joined(), EnumSet.of(Effect.SAY), List.of())));
        settings.enter().ifPresent(text -> occasions.add(
                occasion(ENTER, text.place(), new Occasion.Entered(), EnumSet.of(Effect.SAY), List.of())));
        introduce.flatMap(Introduce::thanks).ifPresent(text -> occasions.add(
                occasion(Thanks.RULE, text.place(), new Occasion.Heard(true), EnumSet.of(Effect.SAY), GROUPS)));
        introduce.flatMap(Introduce::remind).ifPresent(text -> occasions.add(
                occasion(Reminder.RULE, text.place(), new Occasion.Joined(), EnumSet.of(Effect.SAY), GROUPS)));
        days().forEach(day -> occasions.add(
                occasion(Following.RULE, day.place(), new Occasion.Joined(), effects(day.value()), GROUPS)));
        return occasions;
    }

    private static Set<Effect> effects(Follow.Day day) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        day.say().ifPresent(_ -> effects.add(Effect.SAY));
        day.tell().ifPresent(_ -> effects.add(Effect.TELL));
        return effects;
    }

    private static Occasion occasion(String what, Place place, Occasion.Cause cause, Set<Effect> effects,
            List<ChatKind> in) {
        return new Occasion(new Located<>(what, place), cause, effects, in);
    }
}
