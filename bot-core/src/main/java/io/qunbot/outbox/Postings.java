package io.qunbot.outbox;

import io.qunbot.chat.Body;
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

    Posting of(Parcel parcel, Instant now) {
        OutboxRow head = parcel.head();
        Body body = parcel.isOne()
                ? HandedWords.body(head, group(head))
                : MorningWords.body(parcel.words(), this::group, now);
        return new Posting(head.id(), Governor.lane(store, head).flatMap(LaneRow::chat).orElseThrow(),
                Governor.recipients(head), new Materials(terms.materials()).found(body), terms.tickets().apply(head));
    }

    /** How the conversation is called that words are about. */
    private String group(OutboxRow words) {
        LaneRow lane = Governor.lane(store, words).orElseThrow();
        return lane.firstName().orElseGet(() -> lane.chat().orElseThrow().id().value());
    }

    /** How much of the channel's budget words take. */
    int messages(Parcel parcel, Instant now) {
        return Math.max(1, gateway(parcel.head()).messages(of(parcel, now)));
    }

    /** Whether the channel would know the same words again and say them once. */
    boolean knowsAgain(Parcel parcel, Instant now) {
        return gateway(parcel.head()).knowsAgain(of(parcel, now));
    }

    /** Whether there was an attempt of which nobody knows whether it was said, and another could say it twice. */
    boolean isDoubtful(OutboxRow words, Instant now) {
        OutboxRow.Route route = words.route();
        return (route.sending() || route.unsure().isPresent())
                && !(isRecent(route, now) && knowsAgain(Parcel.of(words), now));
    }

    private static boolean isRecent(OutboxRow.Route route, Instant now) {
        return route.unsure().filter(first -> now.isBefore(first.plus(KNOWN))).isPresent();
    }
}
