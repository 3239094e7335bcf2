package io.qunbot.plugin;

import io.qunbot.chat.Content;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * Which messages may be questions at all, whatever their words mean.
 *
 * @param longest in characters; longer ones are mostly forwarded
 * @param ignored kinds of message that ask nothing
 */
public record QuestionLimits(int longest, List<MessageForm> ignored) {

    /** What counts unless an operator says otherwise. */
    public static final QuestionLimits USUAL = new QuestionLimits(120, List.of(MessageForm.CHAIN,
            MessageForm.RED_PACKET, MessageForm.RECORD, MessageForm.ARTICLE, MessageForm.STICKER, MessageForm.NUDGE));

    /** Code units; nobody asks at such length, quotes and addresses included. */
    public static final int FAR_TOO_LONG = 4096;
    /** Characters without courtesy; one alone means too many things. */
    public static final int SHORTEST = 2;

    public QuestionLimits {
        ignored = List.copyOf(ignored);
    }

    /** The message as questions are compared with it; empty when it cannot be one. */
    public Optional<Normalized> read(Content content) {
        String typed = content.words();
        return typed.isEmpty() || typed.length() > FAR_TOO_LONG
                ? Optional.empty()
                : Optional.of(Normalizer.normalize(typed)).filter(text -> admits(content, text));
    }

    private boolean admits(Content content, Normalized text) {
        return length(text.line().text().strip()) <= longest && length(text.core()) >= SHORTEST
                && !ignored.contains(MessageForm.of(content));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
