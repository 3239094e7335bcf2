package io.qunbot.outbox;

import io.qunbot.chat.Gateway;
import io.qunbot.chat.Medium;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Ticket;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.OutboxRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the outbox goes by.
 *
 * @param gateways by channel id; channels without one can only answer in the same exchange
 * @param allowances what WeCom takes of each channel; nothing is counted for one that has none
 * @param teller the channel by which colleagues are told; empty when there is none
 * @param tasker the channel by which owners of customer groups get tasks to confirm; empty when there is none
 * @param book the rules in force at the moment of asking: their limits and quiet hours hold
 * @param optedOut who wants nothing that they did not ask for
 * @param tickets what answers the event that caused words
 * @param media what the channels are, as far as that is known
 * @param materials the folder of what is sent with words
 */
public record Terms(Map<String, Gateway> gateways, Map<String, List<Allowance>> allowances, Optional<String> teller,
        Optional<String> tasker, Supplier<RuleBook> book, Predicate<MemberId> optedOut,
        Function<OutboxRow, Optional<Ticket>> tickets, Map<String, Medium> media, Path materials) {

    public Terms {
        gateways = Map.copyOf(gateways);
        allowances = Map.copyOf(allowances);
        media = Map.copyOf(media);
    }

    /** Channels of which nothing else is known. */
    public static Terms of(Map<String, Gateway> gateways) {
        return new Terms(gateways, Map.of(), Optional.empty(), Optional.empty(), RuleBook::empty, _ -> false,
                _ -> Optional.empty(), Map.of(), Path.of(""));
    }

    /** The same with other gateways in their place. */
    public Terms through(Map<String, Gateway> others) {
        return new Terms(others, allowances, teller, tasker, book, optedOut, tickets, media, materials);
    }

    public Terms with(Map<String, List<Allowance>> other) {
        return new Terms(gateways, other, teller, tasker, book, optedOut, tickets, media,
                materials);
    }

    public Terms with(Supplier<RuleBook> rules) {
        return new Terms(gateways, allowances, teller, tasker, rules, optedOut, tickets, media,
                materials);
    }

    public Terms with(Predicate<MemberId> whoOptedOut) {
        return new Terms(gateways, allowances, teller, tasker, book, whoOptedOut, tickets, media,
                materials);
    }

    /** @param folder of what is sent with words */
    public Terms with(Path folder) {
        return new Terms(gateways, allowances, teller, tasker, book, optedOut, tickets, media, folder);
    }

    /** @param colleagues the channel that reaches them, with whatever is for them */
    public Terms toColleagues(String colleagues) {
        return new Terms(gateways, allowances, Optional.of(colleagues), Optional.of(colleagues), book, optedOut,
                tickets, media, materials);
    }

    List<Allowance> allowances(String gateway) {
        return allowances.getOrDefault(gateway, List.of());
    }

    /** Whether what is too much for one conversation is too much for all of the channel. */
    boolean isCountedWhole(String gateway) {
        return allowances(gateway).stream().noneMatch(each -> each.per() == Allowance.Per.CONVERSATION);
    }
}
