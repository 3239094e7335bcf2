package io.qunbot.plugins.reply.effect;

import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Optional;

/**
 * What is done.
 *
 * @param say the words, of which one is said in turn
 * @param tag tags to put on; those with '-' are taken off
 * @param stops whether nothing else sees the message
 */
public record Deed(List<Located<Saying>> say, Optional<Tell> tell, List<String> tag, boolean stops) {

    public Deed {
        say = List.copyOf(say);
        tag = List.copyOf(tag);
    }

    /** Whether there is anything to say. */
    public boolean speaks() {
        return !say.isEmpty();
    }
}
