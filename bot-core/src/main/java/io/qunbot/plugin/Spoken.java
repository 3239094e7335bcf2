package io.qunbot.plugin;

import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Place;
import java.util.List;

/**
 * Something that members may get to read, for whoever looks at wording and length.
 *
 * @param in the kinds of conversation in which it is said; empty for all
 */
public record Spoken(Template text, Place place, List<ChatKind> in) {

    public Spoken {
        in = List.copyOf(in);
    }

    /** What may be said everywhere. */
    public static Spoken anywhere(Template text, Place place) {
        return new Spoken(text, place, List.of());
    }
}
