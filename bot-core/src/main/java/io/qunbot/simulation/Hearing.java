package io.qunbot.simulation;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Tasks;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hears whatever a simulated bot decided to say: what leaves when it does, what stays when it is decided. For one
 * thread.
 */
final class Hearing {

    private final InstantSource clock;
    private final Hands hands = new Hands();
    private final List<Utterance> utterances = new ArrayList<>();
    private final Map<Long, Instant> left = new HashMap<>();
    private Store store;
    private long knownBefore;
    private long heardUntil;

    Hearing(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        heardUntil = store.outgoing().last();
        knownBefore = heardUntil;
    }

    /** The same store was opened again. */
    void reopened(Store again) {
        store = again;
    }

    List<Utterance> utterances() {
        return Collections.unmodifiableList(utterances);
    }

    void add(Utterance heard) {
        utterances.add(heard);
    }

    /** Whether anything was decided before anybody listened. */
    boolean isLate() {
        return knownBefore > 0;
    }

    Tasks tasks() {
        return hands;
    }

    boolean hasTasks() {
        return hands.hasTasks();
    }

    /** What leaves the house by a channel, when it does; several words for colleagues may be one message. */
    Receipt said(String channel, Posting posting) {
        List<OutboxRow> together = store.outgoing().sending(channel);
        together.forEach(words -> left.putIfAbsent(words.id(), clock.instant()));
        if (together.stream().anyMatch(OutboxRow::isForColleagues)) {
            return handed(together);
        }
        utterances.add(Utterance.said(posting.chat().id(), clock.instant(), posting.body().plain()));
        return Receipt.SENT;
    }

    /** What colleagues get, when they get it; of several words in one message each is heard by itself. */
    private Receipt handed(List<OutboxRow> together) {
        together.forEach(words -> utterances.add(new Utterance(chat(words), clock.instant(), words.kind(),
                colleagues(words), words.plain(), outcome(words), "", rule(words), paper(words, together))));
        boolean task = together.stream().anyMatch(words -> words.kind().equals("task"));
        return new Receipt(task ? Outcome.QUEUED_FOR_CONFIRMATION : Outcome.SENT, hands.take(together));
    }

    /** What was decided since the last time and stays in the house, for now or for ever. */
    void stayed() {
        for (OutboxRow words : store.outgoing().after(heardUntil)) {
            keep(words);
            heardUntil = words.id();
        }
    }

    private void keep(OutboxRow words) {
        if (words.outcome() == Outcome.UNSUPPORTED || words.outcome() == Outcome.WATCHED) {
            store.lane(words.lane()).map(LaneRow::id).ifPresent(lane -> utterances.add(
                    new Utterance(new ChatId(lane.subject()), words.created(), words.kind(), colleagues(words),
                            words.plain(), words.outcome(), words.reason(), rule(words), Optional.empty())));
        } else if (words.kind().equals("draft") && words.due().isAfter(clock.instant())) {
            utterances.add(new Utterance(chat(words), clock.instant(), "decided", List.of(), words.plain(),
                    words.outcome(), "", rule(words), Optional.of(Paper.of(words, 0))));
        }
    }

    /** What colleagues have sent, or need not send any more. */
    void settled() {
        hands.settled(store).forEach(words -> utterances.add(new Utterance(chat(words), clock.instant(),
                Hands.isSent(words) ? "say" : "withdraw", Hands.isSent(words) ? List.of() : colleagues(words),
                words.plain(), words.outcome(), "", rule(words), Optional.of(Paper.of(words, 0)))));
    }

    /** A colleague confirms what the owner of a group was asked to send. @return whether there was anything */
    boolean confirm(int lane) {
        return hands.confirm(lane, store, clock.instant());
    }

    /** What was decided, as far as it did not go back with a delivery, with what became of it; in order. */
    List<Departure> departures() {
        return store.outgoing().causedAfter(knownBefore).stream().map(caused -> new Departure(caused.by(),
                caused.words(), Optional.ofNullable(left.get(caused.words().id())))).toList();
    }

    void forget() {
        utterances.clear();
        left.clear();
        knownBefore = store.outgoing().last();
    }

    private static Optional<Paper> paper(OutboxRow words, List<OutboxRow> together) {
        return words.kind().equals("tell") ? Optional.empty() : Optional.of(Paper.of(words, together.getFirst().id()));
    }

    private static String rule(OutboxRow words) {
        return words.plugin() + "/" + words.rule();
    }

    private ChatId chat(OutboxRow words) {
        return new ChatId(store.lane(words.lane()).map(lane -> lane.id().subject()).orElse(Utterance.HOUSE));
    }

    private static Outcome outcome(OutboxRow words) {
        return switch (words.kind()) {
            case "draft" -> Outcome.DRAFT_FOR_HUMAN;
            case "task" -> Outcome.QUEUED_FOR_CONFIRMATION;
            default -> Outcome.SENT;
        };
    }

    private static List<MemberId> colleagues(OutboxRow words) {
        return Arrays.stream(words.recipient().split(",", -1)).filter(account -> !account.isEmpty())
                .map(MemberId::new).toList();
    }
}
