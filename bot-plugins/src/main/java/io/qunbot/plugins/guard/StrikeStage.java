package io.qunbot.plugins.guard;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Quoted;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts on a member's lane how often they did it, in whichever groups, and tells more colleagues at some of the times. */
final class StrikeStage implements Stage {

    /** What a group sends when somebody does it there. */
    static final String STRIKE = "strike";

    private static final String EXPIRES = "strikes";

    private final GuardSettings.Strikes strikes;
    private final PluginServices services;

    StrikeStage(GuardSettings.Strikes strikes, PluginServices services) {
        this.strikes = strikes;
        this.services = services;
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        MemberId member = new MemberId(event.lane().subject());
        return switch (event) {
            case Event.Custom strike when strike.kind().equals(STRIKE) -> Reaction.pass(counted(strike, member, chat));
            case Event.Rang rang when rang.key().equals(EXPIRES) ->
                Reaction.pass(known(Tally.kept(chat), member, chat));
            default -> Reaction.pass();
        };
    }

    private List<Action> counted(Event.Custom strike, MemberId member, ChatContext chat) {
        Tally tally = Tally.kept(chat).and(chat.now());
        List<Action> actions = new ArrayList<>(known(tally, member, chat));
        int count = Tally.kept(chat).count();
        strikes.then().stream().filter(step -> step.value().at() == count)
                .forEach(step -> told(step, count, strike, member, chat).ifPresent(actions::add));
        return actions;
    }

    /** What is too old counts no more; what counts, everybody may know. */
    private List<Action> known(Tally all, MemberId member, ChatContext chat) {
        Tally tally = all.since(chat.now().minus(strikes.within()));
        tally.keep(chat);
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Know(member, Tally.FACT, tally.count() == 0 ? "" : String.valueOf(tally.count())));
        tally.changes(strikes.within()).ifPresent(time -> actions.add(new Action.Wake(EXPIRES, time, "")));
        return actions;
    }

    private Optional<Action.Tell> told(Located<GuardSettings.Step> step, int count, Event.Custom strike,
            MemberId member, ChatContext chat) {
        chat.note(Finding.of(Kind.ACTS, "第 " + count + " 次", "for the " + count + ". time")
                .on(step.value().rule(), step.place()));
        Map<String, Object> values = Report.values(services, chat.person(member), chat);
        values.put("strikes", count);
        chat.quoted(strike.origin()).map(Quoted::words).map(Foreign::quote)
                .ifPresent(quote -> values.put("quote", quote));
        return step.value().tell().action(values, step.value().rule(), services, chat);
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return alarm.equals(EXPIRES);
    }
}
