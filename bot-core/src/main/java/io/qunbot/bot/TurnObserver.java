package io.qunbot.bot;

import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Observer;
import io.qunbot.pipeline.Decision;
import io.qunbot.profile.Profile;
import java.util.function.Consumer;

/** Sends the couriers off when there are words, and remembers and counts the newest turns. */
record TurnObserver(Couriers couriers, RecentTurns recent, Rules rules, Consumer<MemberId> tagged)
        implements
            Observer {

    @Override
    public void wordsWaiting() {
        couriers.call();
    }

    @Override
    public void decided(Event event, Decision decision) {
        recent.add(event, decision);
        if (event instanceof Event.Tagged change) {
            tagged.accept(change.member());
        }
    }

    @Override
    public void ran(Profile profile, Event event, Decision decision) {
        rules.count(profile, event, decision);
    }

    @Override
    public void repeated(Event event) {
        recent.repeated(event.id());
    }
}
