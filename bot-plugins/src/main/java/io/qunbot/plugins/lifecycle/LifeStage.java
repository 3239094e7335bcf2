package io.qunbot.plugins.lifecycle;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.plugin.Answer;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a member from stage to stage, on the member's lane. */
final class LifeStage implements Stage {

    /** What colleagues ask for needs nobody's leave; it begins with this, and who it is. */
    static final String BY_HAND = "hand/";

    private final LifecycleSettings settings;
    private final PluginServices services;

    LifeStage(LifecycleSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        Passage passage = new Passage(new MemberId(event.lane().subject()), settings, services, chat);
        Optional<Answer> answer = Answer.of(event);
        if (answer.isPresent()) {
            return Reaction.pass(passage.answered(answer.get()));
        }
        if (event instanceof Event.Attested said && said.what().equals(Event.Attested.STAGE)) {
            return Reaction.pass(passage.go(Life.Step.of(said.value(), said.rule(), chat.now().toEpochMilli(),
                    said.origin()), Optional.empty()));
        }
        List<Action> actions = new ArrayList<>(moved(event, chat, passage));
        if (event instanceof Event.Attested said && said.what().equals(Event.Attested.DEAL)
                && said.value().startsWith(Lost.KIND)) {
            settings.lost().ifPresent(lost -> actions.addAll(passage.lost(lost.value(), said)));
        }
        return Reaction.pass(actions);
    }

    private List<Action> moved(Event event, ChatContext chat, Passage passage) {
        Person person = chat.person(new MemberId(event.lane().subject()));
        for (Located<Move> move : settings.move()) {
            String to = move.value().to().value();
            if (!to.equals(passage.stage())
                    && move.value().when().value().becomes(event, person, passage.meantStage(), passage.stay())) {
                return passage.go(Life.Step.of(to, by(event), chat.now().toEpochMilli(), origin(event)),
                        Optional.of(move));
            }
        }
        return List.of();
    }

    private static String by(Event event) {
        return switch (event) {
            case Event.Tagged tagged -> tagged.rule();
            case Event.Attested said -> said.rule();
            case Event.Known known -> known.fact();
            case Event.Rang _ -> Passage.STAYED;
            default -> Doorman.JOINED;
        };
    }

    private static Origin origin(Event event) {
        return switch (event) {
            case Event.Tagged tagged -> tagged.origin();
            case Event.Attested said -> said.origin();
            case Event.Known known -> known.origin();
            case Event.Custom custom -> custom.origin();
            default -> Origin.NONE;
        };
    }
}
