package io.qunbot.plugins.reply.state;

import io.qunbot.chat.EventId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugins.reply.effect.Asked;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last answers given in a chat, so that a colleague can say which of them was wrong. */
public final class Given {

    private static final String KEY = "given";
    private static final int MOST = 5;
    private static final int BEGINNING = 16;
    private static final Duration LATELY = Duration.ofDays(1);

    /**
     * An answer.
     *
     * @param effect the key of what answered; {@code name} its name
     * @param event the question; {@code fingerprint} what it was, without its words
     * @param beginning of what was said, normalised
     * @param at in milliseconds of the epoch
     */
    public record Reply(String effect, String name, EventId event, String fingerprint, String beginning, long at) {}

    /** The newest, oldest first. */
    record Replies(List<Reply> newest) {}

    private Given() {}

    public static void add(Effect effect, Asked asked, String said, ChatContext chat) {
        String words = Normalizer.words(said);
        List<Reply> replies = new ArrayList<>(all(chat));
        replies.add(new Reply(effect.key(), effect.label().name(), asked.event(), asked.fingerprint(),
                words.substring(0, Math.min(BEGINNING, words.length())), chat.now().toEpochMilli()));
        chat.memory().put(KEY, new Replies(List.copyOf(replies.subList(Math.max(0, replies.size() - MOST),
                replies.size()))));
    }

    /** Takes out the newest answer of the last day. */
    public static Optional<Reply> takeNewest(ChatContext chat) {
        return take(all(chat), chat);
    }

    /** Takes out the newest answer that a quotation holds. */
    public static Optional<Reply> takeQuoted(String quotation, ChatContext chat) {
        String words = Normalizer.words(quotation);
        return take(all(chat).stream()
                .filter(reply -> !reply.beginning().isEmpty() && words.contains(reply.beginning())).toList(), chat);
    }

    private static Optional<Reply> take(List<Reply> meant, ChatContext chat) {
        Optional<Reply> newest = meant.stream().reduce((_, later) -> later)
                .filter(reply -> !Instant.ofEpochMilli(reply.at()).plus(LATELY).isBefore(chat.now()));
        newest.ifPresent(reply -> {
            List<Reply> rest = new ArrayList<>(all(chat));
            rest.remove(reply);
            chat.memory().put(KEY, new Replies(List.copyOf(rest)));
        });
        return newest;
    }

    private static List<Reply> all(ChatContext chat) {
        return chat.memory().get(KEY, Replies.class).map(Replies::newest).orElse(List.of());
    }
}
