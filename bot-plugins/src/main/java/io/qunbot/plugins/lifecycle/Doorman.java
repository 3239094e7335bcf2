package io.qunbot.plugins.lifecycle;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Invitation;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import java.util.List;

/** Tells the lanes of members that they joined, where that moves anybody. */
final class Doorman implements Stage {

    static final String JOINED = "joined";

    private final boolean listens;
    private final List<Invitation> invitations;

    Doorman(LifecycleSettings settings) {
        invitations = settings.move().stream().flatMap(move -> move.value().invite().stream()).map(Located::value)
                .map(invite -> new Invitation(invite.to().value(), invite.way().value())).distinct().toList();
        listens = settings.move().stream().anyMatch(move -> move.value().when().value().joined());
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return listens && event instanceof Event.Joined joined
                ? Reaction.pass(joined.members().stream()
                        .<Action>map(member -> new Action.Emit(LaneId.of(member), JOINED, "")).toList())
                : Reaction.pass();
    }

    @Override
    public List<Invitation> invitations() {
        return invitations;
    }
}
