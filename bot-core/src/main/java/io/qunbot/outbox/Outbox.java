package io.qunbot.outbox;

import io.qunbot.chat.Capabilities;
import io.qunbot.chat.Charge;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.Medium;
import io.qunbot.chat.Phrase;
import io.qunbot.chat.Reach;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words that wait, and the one way out. {@link #deliver} is called by one thread for each channel and blocks as
 * long as the channel takes.
 */
public final class Outbox implements Reach {

    private final Store store;
    private final Terms terms;
    private final InstantSource clock;
    private final Stops stops = new Stops();
    private final Set<String> back = ConcurrentHashMap.newKeySet();
    private final Governor governor;
    private final Sender sender;

    public Outbox(Store store, Terms terms, InstantSource clock) {
        this.store = store;
        this.terms = terms;
        this.clock = clock;
        this.governor = new Governor(store, terms);
        this.sender = new Sender(store, terms, stops, clock);
    }

    /** @param gateways by channel id; channels without one can only answer in the same exchange */
    public Outbox(Store store, Map<String, Gateway> gateways, InstantSource clock) {
        this(store, Terms.of(gateways), clock);
    }

    public Set<String> channels() {
        return terms.gateways().keySet();
    }

    @Override
    public Optional<String> whyNot(Chat chat) {
        Optional<Medium> medium = Optional.ofNullable(terms.media().get(chat.channel()));
        Optional<Phrase> impossible = chat.kind() == ChatKind.CUSTOMER
                ? Capabilities.ofCustomers().unspoken()
                : medium.flatMap(known -> Capabilities.of(known, chat.kind()).unspoken());
        boolean mute = !terms.gateways().containsKey(chat.channel());
        return impossible.or(() -> mute ? Optional.of(Capabilities.lacking(chat.channel(), medium)) : Optional.empty())
                .map(Phrase::both);
    }

    @Override
    public Optional<String> teller() {
        return terms.teller().filter(terms.gateways()::containsKey);
    }

    @Override
    public Optional<String> tasker() {
        return terms.tasker().filter(terms.gateways()::containsKey);
    }

    /** What WeCom counts for each conversation it counts whoever begins; what a webhook may say has nothing to do with it. */
    @Override
    public List<Charge> passive(Chat chat) {
        return terms.allowances(chat.channel()).stream()
                .filter(each -> each.per() == Allowance.Per.CONVERSATION)
                .flatMap(each -> each.charges(chat, List.of()).stream()).toList();
    }

    /**
     * Delivers what is due on a channel, as far as the budgets reach.
     *
     * @return when it should be called again, empty when nothing waits
     */
    public Optional<Instant> deliver(String channel) {
        if (!terms.gateways().containsKey(channel)) {
            throw new IllegalArgumentException("channel " + channel + " has no gateway");
        }
        if (back.remove(channel)) {
            hurry(channel);
        }
        return new Round(channel, store.outgoing(), sender, governor, stops, clock).run();
    }

    /** The way to a channel is open again: what only waits to be tried once more is due. Never blocks. */
    public void isBack(String channel) {
        stops.heard(channel);
        back.add(channel);
    }

    /** What is on its way ends; nothing else is begun any more. Never blocks. */
    public void rest() {
        stops.close();
    }

    private void hurry(String channel) {
        Instant now = clock.instant();
        SmallUnit unit = new SmallUnit("what waits for channel " + channel,
                tables -> OutboxTables.of(tables).hurry(channel, now));
        store.writer().submit(unit);
        unit.awaitEnd();
    }

    /** What looks after the tasks that owners of groups have to confirm. */
    public TaskRounds tasks() {
        return new TaskRounds(store, terms, clock);
    }

    /** Channels on which nothing can be sent until somebody mends their configuration, and why. */
    public Map<String, String> stopped() {
        return stops.reasons();
    }

    /** Channels on which nobody answers, and how; each is tried again by itself. */
    public Map<String, String> silent() {
        return stops.silent();
    }

    /** The configuration may be another: channels that were stopped are tried again. */
    public void resume() {
        stops.lift();
    }
}
