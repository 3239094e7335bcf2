package io.qunbot.plugins.reply.faq;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugins.reply.faq.OfferSettings.To;
import io.qunbot.ranking.Mode;
import io.qunbot.yaml.Located;
import java.util.Locale;
import java.util.Optional;

/**
 * From which confidence on a question is answered, and from which on it is offered.
 *
 * @param to whom it is offered, where the operator says so
 */
public record Thresholds(Threshold answer, Threshold offer, Optional<To> to) {

    static Thresholds of(FaqSettings settings) {
        Optional<Located<Mode>> written = settings.mode();
        Mode mode = written.map(Located::value).orElse(Mode.CAREFUL);
        String origin = written.map(_ -> "").orElse("默认 ") + "mode: " + mode.name().toLowerCase(Locale.ROOT);
        Threshold answer = settings.answer().map(own -> new Threshold(own.value(), "answer", own.place()))
                .orElse(new Threshold(mode.answer(), origin, written.map(Located::place).orElse(null)));
        OfferSettings offers = settings.offer().map(Located::value).orElse(OfferSettings.USUAL);
        Threshold offer = settings.offer().filter(own -> own.value().min().isPresent())
                .map(own -> new Threshold(own.value().min().orElseThrow(), "offer", own.place()))
                .orElse(new Threshold(Math.min(mode.offer(), answer.value()), origin, answer.place()));
        return new Thresholds(answer, offer, offers.to());
    }

    /** Whom a choice goes to in a kind of conversation: who asks alone may well be asked back, a group is not bothered. */
    public To receiver(ChatKind kind) {
        return to.orElse(kind == ChatKind.DIRECT ? To.ASKER : To.STAFF);
    }
}
