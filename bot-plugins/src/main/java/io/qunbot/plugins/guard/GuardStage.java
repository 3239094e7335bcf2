package io.qunbot.plugins.guard;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Roles;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Watches what members of groups send: all that one of them sends within a while is one matter. */
final class GuardStage implements Stage {

    /** One to one with the bot nobody else reads it. */
    static final List<ChatKind> KINDS = List.of(ChatKind.INTERNAL, ChatKind.CUSTOMER);

    /** Before the member's id in the key of the alarm at the end of a burst. */
    private static final String ALARM = "burst/";

    private final GuardSettings settings;
    private final PluginServices services;
    private final Suspicion suspicion;
    private final Report report;

    GuardStage(GuardSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
        this.suspicion = new Suspicion(settings);
        this.report = new Report(settings, services);
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return switch (event) {
            case Event.Said said when KINDS.contains(said.chat().kind()) && isWatched(said.by(), chat) ->
                said(said, chat);
            case Event.Rang rang when rang.key().startsWith(ALARM) ->
                Reaction.pass(over(new MemberId(rang.key().substring(ALARM.length())), chat));
            default -> Reaction.pass();
        };
    }

    private boolean isWatched(MemberId member, ChatContext chat) {
        return !services.isStaff(member) && settings.exceptions().roles().stream()
                .noneMatch(role -> Roles.holds(role.value(), chat.person(member), services));
    }

    private Reaction said(Event.Said said, ChatContext chat) {
        Optional<String> why = suspicion.of(said.content());
        if (why.isEmpty()) {
            return Reaction.pass();
        }
        chat.note(Finding.of(Kind.ACTS, () -> new Words("像广告:" + why.get(),
                "it looks like an advertisement: " + why.get())).on(GuardPlugin.NAME, settings.when().place()));
        List<Action> actions = seen(said, why.get(), chat);
        return settings.answer() ? Reaction.pass(actions) : Reaction.stop(actions);
    }

    private List<Action> seen(Event.Said said, String why, ChatContext chat) {
        Optional<Burst> running = Burst.of(said.by(), chat).filter(burst -> !isForgotten(burst, chat.now()));
        Burst burst = running.map(Burst::more).orElseGet(() -> Burst.first(said, why, chat.now()));
        burst.keep(said.by(), chat);
        if (running.isPresent()) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Wake(ALARM + said.by().value(), chat.now().plus(window()), ""));
        if (settings.strikes().isPresent()) {
            actions.add(new Action.Emit(LaneId.of(said.by()), StrikeStage.STRIKE, ""));
        }
        if (tellsAtOnce()) {
            report.of(said.by(), burst, report.strikes(said.by(), chat) + 1, chat).ifPresent(actions::add);
        }
        return actions;
    }

    /** Its alarm is gone: these groups had other rules meanwhile. */
    private boolean isForgotten(Burst burst, Instant now) {
        return burst.end(window().multipliedBy(2)).isBefore(now);
    }

    private List<Action> over(MemberId member, ChatContext chat) {
        Optional<Burst> burst = Burst.of(member, chat).flatMap(all -> tellsAtOnce() ? all.rest() : Optional.of(all));
        Burst.forget(member, chat);
        return burst.flatMap(all -> report.of(member, all, report.strikes(member, chat), chat)).stream()
                .<Action>map(tell -> tell).toList();
    }

    private boolean tellsAtOnce() {
        return settings.tell().batch().filter(batch -> !batch.isZero()).isEmpty();
    }

    private Duration window() {
        return settings.tell().batch().filter(batch -> !batch.isZero()).orElse(Burst.USUAL);
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return alarm.startsWith(ALARM);
    }

    @Override
    public List<Located<String>> rules() {
        List<Located<String>> rules = new ArrayList<>();
        rules.add(new Located<>(GuardPlugin.NAME, settings.when().place()));
        settings.strikes().ifPresent(strikes -> strikes.value().then()
                .forEach(step -> rules.add(new Located<>(step.value().rule(), step.place()))));
        return rules;
    }
}
