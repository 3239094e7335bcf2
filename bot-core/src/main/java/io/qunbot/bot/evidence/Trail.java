package io.qunbot.bot.evidence;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.store.Erasing.Place;
import io.qunbot.store.JournalRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a member left words in a store. Used once. */
final class Trail {

    private final Store store;
    private final Decoder decoder;
    private final String member;
    private final Optional<Integer> only;
    private final Set<Integer> own;
    final Sayings sayings = new Sayings();
    /** Their events, by lane. */
    final Map<Integer, List<Long>> events = new TreeMap<>();
    private final Set<Long> seqs = new HashSet<>();
    final Set<String> inRules = new TreeSet<>();
    int quoted;

    /** @param lane where to look; empty for everywhere */
    Trail(Store store, Decoder decoder, String member, Optional<Integer> lane) {
        this.store = store;
        this.decoder = decoder;
        this.member = member;
        this.only = lane;
        this.own = new HashSet<>(store.traced().lanes(LaneId.of(new MemberId(member)).value()));
    }

    /** Reads everything twice: what they said first, then where it is said again. */
    Trail follow() {
        store.traced().events(this::acts);
        store.traced().rules((path, content) -> {
            String rules = new String(content, StandardCharsets.UTF_8);
            if (sayings.isIn(rules)) {
                inRules.add(path);
                sayings.leave(rules);
            }
        });
        store.traced().events(this::repeats);
        return this;
    }

    boolean isHere(int lane) {
        return only.isEmpty() || only.get() == lane;
    }

    boolean isOwn(int lane) {
        return own.contains(lane) && only.isEmpty();
    }

    private void acts(JournalRow row) {
        if (!isHere(row.lane())) {
            return;
        }
        if (isOwn(row.lane())) {
            take(row);
            return;
        }
        String payload = text(row);
        if (!payload.contains(member)) {
            return;
        }
        Event event = decoder.decode(row.id().channel(), row.payload(), row.received());
        if (actor(event).filter(by -> by.value().equals(member)).isPresent()
                || (event instanceof Event.Unknown && isFrom(payload))) {
            take(row);
            if (event instanceof Event.Said said) {
                sayings.add(said.content());
            }
        }
    }

    private boolean isFrom(String payload) {
        return payload.contains("\"from\":\"" + member + "\"") || payload.contains("FromUserName><![CDATA[" + member);
    }

    private static Optional<MemberId> actor(Event event) {
        return switch (event) {
            case Event.Said said -> Optional.of(said.by());
            case Event.Entered entered -> Optional.of(entered.by());
            case Event.Clicked clicked -> Optional.of(clicked.by());
            case Event.Recalled recalled -> Optional.of(recalled.by());
            case Event.Consented consented -> Optional.of(consented.by());
            default -> Optional.empty();
        };
    }

    /** The bot's own events that carry their words go with them; what others said is theirs. */
    private void repeats(JournalRow row) {
        if (seqs.contains(row.seq()) || !isHere(row.lane())) {
            return;
        }
        String payload = text(row);
        boolean own = Dispatcher.isReserved(row.id().channel());
        boolean said = own ? sayings.isIn(payload) : sayings.isSaidIn(payload);
        if (own) {
            if (said || Scrubbing.isNamed(member, payload)) {
                take(row);
            }
        } else if (said) {
            quoted++;
        }
    }

    private void take(JournalRow row) {
        if (seqs.add(row.seq())) {
            events.computeIfAbsent(row.lane(), _ -> new ArrayList<>()).add(row.seq());
        }
    }

    private static String text(JournalRow row) {
        return new String(row.payload(), StandardCharsets.UTF_8);
    }

    List<Long> seqs() {
        return List.copyOf(seqs);
    }

    /** What plugins remember of them. */
    List<Place> memories(Scrubbing scrubbing) {
        List<Place> places = new ArrayList<>();
        store.traced().memories((place, json) -> {
            if (isHere(place.lane()) && (isOwn(place.lane()) || scrubbing.isDue(place.key())
                    || scrubbing.isDue(json))) {
                places.add(place);
            }
        });
        return places;
    }

    List<Place> alarms(Scrubbing scrubbing) {
        List<Place> places = new ArrayList<>();
        store.traced().alarms((place, payload) -> {
            if (isHere(place.lane()) && (isOwn(place.lane()) || scrubbing.isDue(place.key())
                    || scrubbing.isDue(payload))) {
                places.add(place);
            }
        });
        return places;
    }

    /** Words of the bot that repeat them. */
    List<Long> words() {
        List<Long> ids = new ArrayList<>();
        store.traced().words(row -> {
            if (!seqs.contains(row.seq()) && (isHere(row.lane()) || row.lane() == OutboxRow.HOUSE)
                    && (sayings.isIn(row.body()) || sayings.isIn(row.duty().quote())
                            || sayings.isIn(row.duty().note()) || sayings.isIn(row.reason()))) {
                ids.add(row.id());
            }
        });
        return ids;
    }

    /** How many words of the bot they caused. */
    int caused() {
        int[] count = {0};
        store.traced().words(row -> count[0] += seqs.contains(row.seq()) ? 1 : 0);
        return count[0];
    }
}
