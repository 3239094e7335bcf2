package io.qunbot.bot.archive.consent;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Event;
import io.qunbot.chat.GatewayException;
import io.qunbot.dispatch.Recorder.Extent;
import io.qunbot.plugin.keep.ConsentPolicy;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.store.ConsentRow;
import io.qunbot.wecom.archive.ArchivedEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides how much of each message may be kept, and asks WeCom first where that is not known. For the thread that
 * takes pages in; {@link #trouble()} may be asked from any.
 */
public final class Screen {

    private static final Duration DAILY = Duration.ofDays(1);
    /** Somebody who is new in a group is asked for no sooner than this after the last question. */
    private static final Duration NEWCOMER = Duration.ofMinutes(2);

    private final Function<Chat, Keeping> keepings;
    private final Consents consents;
    private final Asking asking;
    private final InstantSource clock;
    private final Map<ChatId, Instant> asked = new HashMap<>();
    private final List<ConsentRow> unstored = new ArrayList<>();
    private volatile String trouble = "";

    public Screen(Function<Chat, Keeping> keepings, Consents consents, Asking asking, InstantSource clock) {
        this.keepings = keepings;
        this.consents = consents;
        this.asking = asking;
        this.clock = clock;
    }

    /** What may be kept of a conversation. */
    public Keeping keeping(Chat chat) {
        return keepings.apply(chat);
    }

    /** What keeps WeCom from telling who agreed; empty when nothing does. */
    public String trouble() {
        return trouble;
    }

    /**
     * Asks about the conversations of a page in which customers speak: once a day, and again for somebody who is new.
     *
     * @return what became known and is not stored yet, to be stored with the page
     * @throws IOException when WeCom can't be asked just now: the page has to wait, or words would be lost for good
     */
    public List<ConsentRow> ask(List<Event.Said> page) throws IOException {
        for (Event.Said said : page) {
            if (isDue(said)) {
                about(said).stream().filter(this::isNews).forEach(unstored::add);
            }
        }
        return List.copyOf(unstored);
    }

    /** The page is on disk, and what became known with it. */
    public void stored() {
        unstored.clear();
    }

    private boolean isDue(Event.Said said) {
        ConsentPolicy policy = keepings.apply(said.chat()).consent();
        if (policy.need() == ConsentPolicy.Need.IGNORED || !ArchivedEvent.isCustomer(said.by())) {
            return false;
        }
        Instant last = asked.getOrDefault(said.chat().id(), Instant.EPOCH);
        boolean unknown = consents.of(said.chat().id(), said.by(), said.at()).isEmpty();
        return last.plus(unknown ? NEWCOMER : DAILY).isBefore(clock.instant());
    }

    private List<ConsentRow> about(Event.Said said) throws IOException {
        try {
            List<ConsentRow> answers = asking.about(said);
            asked.put(said.chat().id(), clock.instant());
            trouble = "";
            return answers;
        } catch (GatewayException failure) {
            trouble = "问不到谁同意了存档 (WeCom does not tell who agreed): " + failure.getMessage();
            if (failure.retryable()) {
                throw new IOException(trouble, failure);
            }
            asked.put(said.chat().id(), clock.instant());
            return List.of();
        }
    }

    /** WeCom says the same every day. */
    private boolean isNews(ConsentRow row) {
        boolean same = consents.of(row.chat(), row.member(), row.at()).filter(agreed -> agreed == row.agreed())
                .isPresent();
        return !same && consents.learn(row);
    }

    /** Takes in what somebody said about it, in the order of the page. */
    public ConsentRow hear(Event.Consented said) {
        ConsentRow row = new ConsentRow(said.chat().id(), said.by(), said.at(), said.agreed());
        consents.learn(row);
        return row;
    }

    /** How much of a message may be kept. */
    public Extent extent(Event.Said said) {
        ConsentPolicy policy = keepings.apply(said.chat()).consent();
        if (!ArchivedEvent.isCustomer(said.by())
                || policy.allows(consents.of(said.chat().id(), said.by(), said.at()))) {
            return Extent.WHOLE;
        }
        return policy.otherwise() == ConsentPolicy.Otherwise.DROP ? Extent.NOTHING : Extent.METADATA;
    }
}
