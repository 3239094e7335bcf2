package io.qunbot.plugins.reply.state;

import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Choices that were offered: the one that a member may still take up, and the last one in a chat. */
public final class Offers {

    private static final String OPEN = "offer";
    private static final String LAST = "offered";
    private static final Duration OPEN_FOR = Duration.ofMinutes(10);

    /**
     * One of several questions that may have been meant.
     *
     * @param effect the key of what answers it
     * @param words as the asker reads it
     */
    public record Choice(String effect, String words) {}

    /**
     * What a member may choose from.
     *
     * @param at when it was offered, in milliseconds of the epoch
     * @param event the message that led to it
     * @param fingerprint of that message
     */
    public record Offer(long at, List<Choice> choices, EventId event, String fingerprint) {}

    /** What was offered last in a chat, and when in milliseconds of the epoch. */
    record Last(String choices, long at) {}

    private Offers() {}

    /** The offer that a member may still take up. */
    public static Optional<Offer> open(MemberId member, ChatContext chat) {
        return chat.memory(member).get(OPEN, Offer.class)
                .filter(offer -> !Instant.ofEpochMilli(offer.at()).plus(OPEN_FOR).isBefore(chat.now()));
    }

    /** Opens an offer in place of an earlier one. */
    public static void open(MemberId member, Offer offer, ChatContext chat) {
        chat.memory(member).put(OPEN, offer);
    }

    /** An offer is taken up once. */
    public static void close(MemberId member, ChatContext chat) {
        chat.memory(member).remove(OPEN);
    }

    /** Whether the very same was offered here so lately. */
    public static boolean isRepeated(List<Choice> choices, Duration lately, ChatContext chat) {
        return !lately.isZero() && chat.memory().get(LAST, Last.class)
                .filter(last -> last.choices().equals(set(choices))
                        && !Instant.ofEpochMilli(last.at()).plus(lately).isBefore(chat.now()))
                .isPresent();
    }

    /** These are what was offered last. */
    public static void made(List<Choice> choices, ChatContext chat) {
        chat.memory().put(LAST, new Last(set(choices), chat.now().toEpochMilli()));
    }

    private static String set(List<Choice> choices) {
        return choices.stream().map(Choice::effect).sorted().collect(Collectors.joining(" "));
    }
}
