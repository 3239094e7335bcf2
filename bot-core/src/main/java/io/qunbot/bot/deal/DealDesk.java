package io.qunbot.bot.deal;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Tagging;
import io.qunbot.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes deals from operators and other programs, each once. Thread-safe. */
public final class DealDesk {

    /** Before a deal's own id: as one of the bot's own events it is read again after a crash. */
    private static final String DEAL = "deal/";

    private final Store store;
    private final Customers customers;
    private final Predicate<List<Event.Custom>> sender;
    private final InstantSource clock;

    /**
     * What somebody says.
     *
     * @param id the same for the same deal, however often it is said
     * @param who a member's id or name
     * @param group an id, where it helps to tell who is meant; may be empty
     * @param by who says so
     */
    public record Said(String id, String who, String group, Deal deal, String by) {}

    /** What became of it. */
    public enum Outcome {
        NOTED,
        /** It was noted before. */
        KNOWN,
        UNKNOWN_MEMBER,
        SEVERAL_MEMBERS,
        /** It could not be written: say it again. */
        FAILED
    }

    /** @param sender sends events to their lanes, durably; false when it can't */
    public DealDesk(Store store, Customers customers, Predicate<List<Event.Custom>> sender, InstantSource clock) {
        this.store = store;
        this.customers = customers;
        this.sender = sender;
        this.clock = clock;
    }

    /** One after the other, so that the same deal is never noted twice. */
    public synchronized Outcome take(Said said) {
        EventId id = new EventId(Dispatcher.OWN, DEAL + said.id());
        if (store.event(id).isPresent()) {
            return Outcome.KNOWN;
        }
        List<MemberId> meant = customers.called(said.who(), Optional.of(said.group())
                .filter(group -> !group.isEmpty()).map(ChatId::new));
        if (meant.size() != 1) {
            return meant.isEmpty() ? Outcome.UNKNOWN_MEMBER : Outcome.SEVERAL_MEMBERS;
        }
        Event.Custom event = Tagging.attesting(id, clock.instant(), meant.getFirst(), Event.Attested.DEAL,
                said.deal().value(), said.by());
        return sender.test(List.of(event)) ? Outcome.NOTED : Outcome.FAILED;
    }
}
