package io.qunbot.simulation;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Words that a bot decided on, however they left or stayed.
 *
 * @param at when they were said, or decided where they were not
 * @param kind {@code say}, {@code tell}, {@code draft} or {@code task}; {@code decided} for a draft that waits until
 *            colleagues are there, {@code withdraw} for what a colleague need not send any more
 * @param to the colleagues they are for; empty for words to the chat
 * @param outcome {@code SENT} for what the chat could read
 * @param reason why they were not said; may be empty
 * @param rule what made the bot say it, with its plugin; empty where that is not known
 * @param paper as what a colleague has it; empty for what goes through nobody's hands
 */
public record Utterance(ChatId chat, Instant at, String kind, List<MemberId> to, String text, Outcome outcome,
        String reason, String rule, Optional<Paper> paper) {

    /** What stands for a conversation where there is none. */
    static final String HOUSE = "qunbot";

    /** Of which it is not known what made the bot say it. */
    public Utterance(ChatId chat, Instant at, String kind, List<MemberId> to, String text, Outcome outcome,
            String reason) {
        this(chat, at, kind, to, text, outcome, reason, "", Optional.empty());
    }

    public Utterance {
        to = List.copyOf(to);
    }

    static Utterance said(ChatId chat, Instant at, String text) {
        return new Utterance(chat, at, "say", List.of(), text, Outcome.SENT, "");
    }

    /** Whether it is about no conversation, but about the running of the bot. */
    public boolean isOfTheHouse() {
        return chat.value().equals(HOUSE);
    }

    public boolean isTell() {
        return kind.equals("tell");
    }

    /** Whether the chat could read them. */
    public boolean isSaid() {
        return kind.equals("say") && outcome == Outcome.SENT;
    }
}
