package io.qunbot.plugins.leads;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says whose turn it is, on the profile's lane: there no two leads ask at the same time. */
final class Turns implements Stage {

    private static final String LAST = "last";

    private final Hand hand;
    private final PluginServices services;

    /** Who got the last one. */
    record Last(String account) {}

    Turns(Hand hand, PluginServices services) {
        this.hand = hand;
        this.services = services;
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        if (!(event instanceof Event.Custom asked) || !asked.kind().equals(Assignment.ASK)) {
            return Reaction.pass();
        }
        Assignment assignment = Assignment.of(asked.payload());
        Optional<String> next = next(assignment.accounts(), chat);
        next.ifPresent(account -> chat.memory().put(LAST, new Last(account)));
        return Reaction.pass(new Action.Emit(assignment.lane(), Assignment.ANSWER,
                new Assignment(assignment.lane(), next.stream().toList()).payload()));
    }

    /** Whoever comes after the last one and was not asked yet. */
    private Optional<String> next(List<String> asked, ChatContext chat) {
        List<String> all = hand.who().stream().flatMap(post -> services.onDuty(post.value(), chat.now()).stream())
                .map(MemberId::value).distinct().toList();
        int last = all.indexOf(chat.memory().get(LAST, Last.class).map(Last::account).orElse(""));
        return IntStream.range(0, all.size()).mapToObj(step -> all.get((last + 1 + step) % all.size()))
                .filter(account -> !asked.contains(account)).findFirst();
    }
}
