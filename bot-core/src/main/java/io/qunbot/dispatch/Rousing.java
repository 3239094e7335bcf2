package io.qunbot.dispatch;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that other rules are in force, or that the clock was set back, and tells the conversations whose plugins keep
 * time and whose rules say something else now: one in which nobody says anything has a rhythm, too. For one thread.
 */
final class Rousing {

    private static final Logger log = LoggerFactory.getLogger(Rousing.class);
    /** Clocks are corrected by a little all the time. */
    private static final Duration BACK = Duration.ofSeconds(30);

    private final Store store;
    private @Nullable RuleBook book;
    private Instant last = Instant.MIN;

    Rousing(Store store) {
        this.store = store;
    }

    /** The events for those that have to look again; none as long as everything is as it was. */
    @SuppressWarnings("ReferenceEquality") // a book is a snapshot: another one has to be asked again
    List<Pending> due(RuleBook inForce, Instant now) {
        boolean back = last.isAfter(now.plus(BACK));
        if (back) {
            log.warn("the clock was set back from {} to {}: what is to happen when is looked at again", last, now);
        }
        last = now;
        if (book == inForce && !back) {
            return List.of();
        }
        RuleBook before = back ? null : book;
        book = inForce;
        List<Pending> roused = new ArrayList<>();
        for (LaneRow lane : store.chats()) {
            lane.chat().filter(chat -> keepsTime(inForce, chat, lane.firstName()))
                    .filter(chat -> before == null || isChanged(before, inForce, chat, lane.firstName()))
                    .ifPresent(chat -> roused.add(rouse(chat, now)));
        }
        return roused;
    }

    /** What is armed by rules that say the same goes on. */
    private static boolean isChanged(RuleBook before, RuleBook now, Chat chat, Optional<String> name) {
        Profile old = before.profileOf(chat, name);
        Profile young = now.profileOf(chat, name);
        return !old.id().equals(young.id()) || !old.print().equals(young.print());
    }

    static boolean keepsTime(RuleBook book, Chat chat, Optional<String> name) {
        return chat.kind() != ChatKind.PRIVATE
                && book.profileOf(chat, name).stages().stream().anyMatch(Installed::keepsTime);
    }

    static Pending rouse(Chat chat, Instant now) {
        EventId id = new EventId(InternalEvents.CLOCK, chat.lane() + "/rules@" + now.toEpochMilli());
        Event.Ruled ruled = new Event.Ruled(id, now, chat);
        return new Pending(ruled, InternalEvents.encode(ruled), now, Fingerprints.of(id));
    }
}
