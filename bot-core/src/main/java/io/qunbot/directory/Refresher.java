package io.qunbot.directory;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the directory up to date: listens to events and asks WeCom. Blocks, and belongs to one thread.
 */
public final class Refresher {

    private static final Logger log = LoggerFactory.getLogger(Refresher.class);
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int TRIES = 6;

    private final GroupDirectory directory;
    private final Map<String, GroupSource> sources;
    private final Store store;
    private final InstantSource clock;
    private final Consumer<Chat> newcomers;
    private final Wishes wishes = new Wishes();
    /** Groups that can't be asked for: not the app's own, or nobody may. */
    private final Set<ChatId> hopeless = new HashSet<>();

    /** @param sources by channel id */
    public Refresher(GroupDirectory directory, Map<String, GroupSource> sources, Store store, InstantSource clock) {
        this(directory, sources, store, clock, _ -> {});
    }

    /**
     * @param sources by channel id
     * @param newcomers is told of groups that are known by their members, and in which nothing has happened yet
     */
    public Refresher(GroupDirectory directory, Map<String, GroupSource> sources, Store store, InstantSource clock,
            Consumer<Chat> newcomers) {
        this.newcomers = newcomers;
        this.directory = directory;
        this.sources = Map.copyOf(sources);
        this.store = store;
        this.clock = clock;
    }

    /** Whether there is anybody to ask. */
    public boolean isNeeded() {
        return !sources.isEmpty();
    }

    /** Notes what an event says about a group. @return whether there is something to ask for now */
    public boolean heard(Event event) {
        return event instanceof Event.InChat in && isAsked(in.chat()) && switch (in) {
            case Event.Joined joined -> wish(joined.chat(), joined.version());
            case Event.Left left -> wish(left.chat(), left.version());
            case Event.Changed(_, _, Chat chat, Event.Change what) when what == Event.Change.DISMISSED -> gone(chat);
            case Event.Changed changed -> wish(changed.chat(), "");
            case Event.Said said -> isUnknown(said.chat()) && wish(said.chat(), "");
            case Event.Entered _,Event.Clicked _,Event.Ruled _,Event.Recalled _,Event.Consented _ -> false;
        };
    }

    private boolean isAsked(Chat chat) {
        return chat.kind() != ChatKind.DIRECT && chat.kind() != ChatKind.PRIVATE && sources.containsKey(chat.channel());
    }

    private boolean isUnknown(Chat chat) {
        return !hopeless.contains(chat.id()) && !wishes.holds(chat.id()) && directory.roster(chat.id()).isEmpty();
    }

    private boolean gone(Chat chat) {
        directory.forget(chat.id());
        return false;
    }

    /** What is known already under that version needs no question. */
    private boolean wish(Chat chat, String version) {
        boolean known = !version.isEmpty()
                && directory.roster(chat.id()).filter(roster -> roster.version().equals(version)).isPresent();
        if (!known) {
            wishes.add(new Wishes.Wish(chat, version, clock.instant(), 0));
        }
        return !known;
    }

    /**
     * Asks which customer groups there are, and wishes for those that were not asked for in a day.
     *
     * @return whether all could be asked; false when it is worth another try soon
     */
    public boolean survey() {
        hopeless.clear();
        Set<String> fresh = new HashSet<>(store.rosters().fetchedSince(clock.instant().minus(FRESH)));
        boolean answered = true;
        for (Map.Entry<String, GroupSource> source : sources.entrySet()) {
            answered &= survey(source.getKey(), source.getValue(), fresh);
        }
        return answered;
    }

    private boolean survey(String channel, GroupSource source, Set<String> fresh) {
        try {
            for (ChatId id : source.customerGroups()) {
                Chat chat = new Chat(id, ChatKind.CUSTOMER, channel);
                if (fresh.contains(id.value())) {
                    meet(chat); // the last process may have ended between asking for it and telling of it
                } else {
                    wish(chat, "");
                }
            }
            return true;
        } catch (GatewayException refused) {
            log.info("channel {} does not tell its customer groups: {} {}", channel, refused.code(),
                    refused.getMessage());
            return !refused.retryable();
        }
    }

    /** Asks for one group that is due. @return when to come again; empty when nothing is wished for */
    public Optional<Instant> work() {
        wishes.take(clock.instant()).ifPresent(this::ask);
        return wishes.next();
    }

    private void ask(Wishes.Wish wish) {
        Chat chat = wish.chat();
        GroupSource source = sources.get(chat.channel());
        if (source == null) {
            return;
        }
        try {
            Roster roster = source.fetch(chat);
            directory.learn(chat, roster, clock.instant());
            meet(chat);
            boolean lags = !wish.version().isEmpty() && !roster.version().isEmpty()
                    && !roster.version().equals(wish.version());
            if (lags && wish.tries() < 2) {
                wishes.add(wish.again(clock.instant()));
            }
        } catch (GatewayException refused) {
            failed(wish, refused);
        }
    }

    private void meet(Chat chat) {
        if (store.lane(chat.lane()).isEmpty()) {
            newcomers.accept(chat);
        }
    }

    private void failed(Wishes.Wish wish, GatewayException refused) {
        if (refused.retryable() && wish.tries() < TRIES) {
            Duration pause = refused.remedy() == Remedy.BACK_OFF ? PAUSE : Duration.ZERO;
            wishes.add(wish.again(clock.instant().plus(pause)));
            return;
        }
        hopeless.add(wish.chat().id());
        log.info("the members of {} are not to be had: {} {}", wish.chat().id(), refused.code(),
                refused.getMessage());
    }
}
