package io.qunbot.dispatch;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Reach;
import io.qunbot.people.Traces;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.LaneMemory;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.pipeline.Remembered;
import io.qunbot.pipeline.Surroundings;
import io.qunbot.pipeline.Turn;
import io.qunbot.plugin.Group;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs turns of which nothing is kept and nothing is sent, on what is remembered now: the same stages, and the
 * same routes for their words. Thread-safe.
 */
public final class Preview {

    private final Store store;
    private final Directory directory;
    private final Reach reach;
    private final Quarantine quarantine;

    /**
     * What would come of an event.
     *
     * @param answer what would go back with the delivery; empty when nothing would
     * @param words what else would be said or told, with its outcome so far
     */
    public record Outlook(Profile profile, Decision decision, Optional<String> answer, List<OutboxRow> words) {}

    public Preview(Store store, Directory directory, Reach reach, Quarantine quarantine) {
        this.store = store;
        this.directory = directory;
        this.reach = reach;
        this.quarantine = quarantine;
    }

    /**
     * Runs the stages that a message meets.
     *
     * @param now when it is dealt with; its alarms and cooldowns are those of today
     */
    public Outlook of(Event.InChat event, RuleBook book, Instant now) {
        LaneRow row = lane(event.chat());
        Profile profile = book.profileOf(event.chat(), row.firstName());
        Turn turn = new Turn(event, profile, around(event.chat(), row, profile, book, now), quarantine);
        Decision decision = turn.run();
        return outlook(event, profile, row, decision == null ? Decision.NOTHING : decision, now);
    }

    /** The conversation as the store knows it, or as it would be known. */
    public LaneRow lane(Chat chat) {
        return store.lane(chat.lane())
                .orElseGet(() -> new LaneRow(0, chat.lane(), Optional.of(chat), directory.nameOf(chat.id())));
    }

    private Surroundings around(Chat chat, LaneRow row, Profile profile, RuleBook book, Instant now) {
        Group group = new Group(chat, directory.nameOf(chat.id()), directory.sizeOf(chat.id()));
        return new Surroundings(group, now, memory(row), people(book, now).in(chat.id()),
                new ProfileMemories(store).of(profile.id())).explaining();
    }

    private KnownPeople people(RuleBook book, Instant now) {
        return new KnownPeople(store, directory,
                new KnownPeople.Look(book::activity, _ -> Traces.NONE, InstantSource.fixed(now)));
    }

    private LaneMemory memory(LaneRow row) {
        Map<MemoryKey, Remembered> memory = new HashMap<>();
        store.memories().of(row.number(),
                (plugin, key, json) -> memory.put(new MemoryKey(plugin, key), Remembered.ofJson(json)));
        return memory::get;
    }

    private Outlook outlook(Event.InChat event, Profile profile, LaneRow row, Decision decision, Instant now) {
        Router router = new Router(
                new Router.Setting(profile, reach, Settings.DEFAULT.fresh(), Preview::nowhere, Preview::known,
                        Till.glass(store.ledger(), now), directory::nameOf),
                row, event, now);
        Settlement settlement = router.route(decision, Optional.empty(),
                () -> event.chat().kind() != ChatKind.CUSTOMER);
        return new Outlook(profile, decision, Optional.ofNullable(settlement.answer()), settlement.words());
    }

    private static LaneRow nowhere(LaneId lane) {
        return new LaneRow(0, lane, Optional.empty(), Optional.empty());
    }

    private static long known(EventId event) {
        return event.key().isEmpty() ? 0 : 1;
    }
}
