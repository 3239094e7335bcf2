package io.qunbot.plugins.sla;

import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.MessageForm;
import io.qunbot.plugin.QuestionLimits;
import io.qunbot.plugin.Upshot;
import io.qunbot.plugins.sla.SlaSettings.Counted;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Question;
import io.qunbot.text.Resolution;
import io.qunbot.yaml.Located;
import java.util.Optional;
import java.util.Set;

/** What a message is to whoever counts questions. */
final class Reading {

    /** What a colleague says to the bot is no answer. */
    private static final String COMMANDS = "!\uff01";
    /** The plugin that answers questions; rules are named as they are there. */
    static final String ANSWERING = "reply";
    private static final Set<MessageForm> NO_WORDS = Set.of(MessageForm.STICKER, MessageForm.NUDGE,
            MessageForm.RED_PACKET, MessageForm.CHAIN);

    private final SlaSettings settings;

    Reading(SlaSettings settings) {
        this.settings = settings;
    }

    /** Whether a member asks something. What another plugin took for its own, such as a sign-up, is no question. */
    boolean asks(Event.Said said, Upshot upshot) {
        return upshot.ended().filter(plugin -> !plugin.equals(ANSWERING)).isEmpty() && isQuestion(said, upshot);
    }

    private boolean isQuestion(Event.Said said, Upshot upshot) {
        return isUrgent(upshot) || settings.rules().stream().map(Located::value).anyMatch(upshot.rules()::contains)
                || (settings.counts().contains(Counted.QUESTION) && isQuestion(said))
                || (settings.counts().contains(Counted.SCREENSHOT) && isPicture(said.content()));
    }

    boolean isUrgent(Upshot upshot) {
        return settings.urgent().filter(urgent -> upshot.rules().stream().anyMatch(urgent.value()::isMeant))
                .isPresent();
    }

    private static boolean isQuestion(Event.Said said) {
        return QuestionLimits.USUAL.read(said.content()).filter(Question::looksLike).isPresent();
    }

    private static boolean isPicture(Content content) {
        return switch (content) {
            case Content.Image _,Content.Video _ -> true;
            case Content.Mixed(var parts) -> parts.stream().anyMatch(Reading::isPicture);
            default -> false;
        };
    }

    Resolution resolution(Event.Said said) {
        Optional<Normalized> words = Optional.of(said.content().words()).filter(typed -> !typed.isEmpty()
                && typed.length() <= QuestionLimits.FAR_TOO_LONG).map(Normalizer::normalize);
        return words.map(Resolution::of).orElse(Resolution.NONE);
    }

    /** Whether a colleague says something that may answer. */
    boolean answers(Event.Said said) {
        String words = said.content().words().strip();
        boolean command = !words.isEmpty() && COMMANDS.indexOf(words.charAt(0)) >= 0;
        return !command && !NO_WORDS.contains(MessageForm.of(said.content()));
    }

    /** The message as a colleague may read it. */
    static String quote(Content content) {
        return Foreign.quote(content.text());
    }
}
