package io.qunbot.plugin.question;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens to a question, as the plugin remarks it: the number is in seconds of business time. */
public enum Happened {
    /** Somebody began to wait. The remark belongs to the question's own message. */
    ASKED,
    /** Somebody answered: the subject is a colleague's account or {@link #BOT}, the number how long it took. */
    ANSWERED,
    /** Nobody answered in time: the subject is who asked. */
    LATE,
    /** A colleague was told: the subject is the post. */
    ESCALATED,
    /** Who had asked does not want to know any more. */
    WITHDRAWN,
    /** It was answered and asked again, and time ran out. */
    UNRESOLVED;

    /** The subject of what the bot itself answered. */
    public static final String BOT = "bot";

    /** The remark's kind. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Happened> of(String key) {
        return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
