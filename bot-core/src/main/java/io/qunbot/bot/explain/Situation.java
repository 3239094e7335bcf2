package io.qunbot.bot.explain;

import io.qunbot.bot.ChannelConfig;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.chat.EventId;
import io.qunbot.dispatch.Preview;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What a bot knows, running or not.
 *
 * @param rules in force
 * @param decoder reads the journal
 * @param repeats how often an event was delivered again
 */
public record Situation(Store store, Preview preview, Supplier<InForce> rules, Map<String, ChannelConfig> channels,
        Directory directory, Decoder decoder, InstantSource clock, ToIntFunction<EventId> repeats) {

    /**
     * The rules in force.
     *
     * @param held files with errors, of which an earlier version runs
     * @param missing files with errors, of which nothing runs
     */
    public record InForce(RuleBook book, SortedSet<String> held, SortedSet<String> missing) {}
}
