package io.qunbot.bot;

import io.qunbot.chat.Event;
import io.qunbot.dispatch.Observer;
import io.qunbot.pipeline.Decision;

/** Sends the couriers off when there are words, and remembers the newest turns. */
record TurnObserver(Couriers couriers, RecentTurns recent) implements Observer {

    @Override
    public void wordsWaiting() {
        couriers.call();
    }

    @Override
    public void decided(Event event, Decision decision) {
        recent.add(event, decision);
    }

    @Override
    public void repeated(Event event) {
        recent.repeated(event.id());
    }
}
