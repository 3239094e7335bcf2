package io.qunbot.outbox;

import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.Posting;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
                found(HandedWords.body(words, lane.firstName().orElse(chat.id().value()))),
                terms.tickets().apply(words));
    }

    /** The same with its files where they are now: the home may have been moved since the words were written. */
    private Body found(Body body) {
        return switch (body) {
            case Body.Image(String file, String words) -> new Body.Image(found(file), words);
            case Body.Document(String file, String words) -> new Body.Document(found(file), words);
            case Body.Several(List<Body> parts) -> new Body.Several(parts.stream().map(this::found).toList());
            default -> body;
        };
    }

    private String found(String file) {
        return terms.materials().resolve(file).toString();
    }

    /** How much of the channel's budget words take. */
    int messages(OutboxRow words) {
        return Math.max(1, gateway(words).messages(of(words)));
    }

    /** Whether the channel would know the same words again and say them once; long after they were due nobody knows. */
    boolean knowsAgain(OutboxRow words, Instant now) {
        return now.isBefore(words.due().plus(KNOWN)) && gateway(words).knowsAgain(of(words));
    }
}
