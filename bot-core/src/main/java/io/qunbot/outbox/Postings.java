package io.qunbot.outbox;

import io.qunbot.chat.Chat;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.Posting;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Words as their gateway is asked for them. Thread-safe. */
final class Postings {

    /** Whatever a channel knows again, it knows for some minutes only: an app's messages for ten (document 90236). */
    static final Duration KNOWN = Duration.ofMinutes(9);

    private final Store store;
    private final Terms terms;

    Postings(Store store, Terms terms) {
        this.store = store;
        this.terms = terms;
    }

    Gateway gateway(OutboxRow words) {
        return Optional.ofNullable(terms.gateways().get(words.route().gateway())).orElseThrow();
    }

    Posting of(OutboxRow words) {
        LaneRow lane = Governor.lane(store, words).orElseThrow();
        Chat chat = lane.chat().orElseThrow();
        return new Posting(words.id(), chat, Governor.recipients(words),
                HandedWords.body(words, lane.firstName().orElse(chat.id().value())), terms.tickets().apply(words));
    }

    /** How much of the channel's budget words take. */
    int messages(OutboxRow words) {
        return Math.max(1, gateway(words).messages(of(words)));
    }

    /** Whether the channel would know the same words again and say them once. */
    boolean knowsAgain(OutboxRow words) {
        return gateway(words).knowsAgain(of(words));
    }

    /** Whether there was an attempt of which nobody knows whether it was said, and another could say it twice. */
    boolean isDoubtful(OutboxRow words, Instant now) {
        OutboxRow.Route route = words.route();
        return (route.sending() || route.unsure().isPresent()) && !(knowsAgain(words) && isRecent(route, now));
    }

    private static boolean isRecent(OutboxRow.Route route, Instant now) {
        return route.unsure().filter(first -> now.isBefore(first.plus(KNOWN))).isPresent();
    }
}
