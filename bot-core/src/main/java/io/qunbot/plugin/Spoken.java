package io.qunbot.plugin;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Place;
import java.util.List;

/**
 * Something that members may get to read, for whoever looks at wording and length.
 *
 * @param saying the words, and what is sent with them
 * @param in the kinds of conversation in which it is said; empty for all
 */
public record Spoken(Saying saying, Place place, List<ChatKind> in) {

    public Spoken {
        in = List.copyOf(in);
    }

    /** Words alone. */
    public Spoken(Template text, Place place, List<ChatKind> in) {
        this(Saying.of(text), place, in);
    }

    /** What may be said everywhere. */
    public static Spoken anywhere(Template text, Place place) {
        return new Spoken(text, place, List.of());
    }

    /** All of it that is read, in one text. */
    public Template text() {
        return saying.words();
    }
}
