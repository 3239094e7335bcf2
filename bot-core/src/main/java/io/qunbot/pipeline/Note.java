package io.qunbot.pipeline;

import io.qunbot.plugin.Finding;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a turn's trace.
 *
 * @param failure true when the stage failed rather than spoke
 */
public record Note(String plugin, Finding finding, boolean failure) {

    /**
     * A line in one language.
     *
     * @param rule the rule's line, null when no single line is the reason
     */
    public Note(String plugin, @Nullable Place rule, String why, boolean failure) {
        this(plugin, Finding.of(Finding.Kind.NOTED, why, why).on("", rule), failure);
    }

    /** The rule's line, null when no single line is the reason. */
    public @Nullable Place rule() {
        return finding.place();
    }

    /** Why, in Chinese. */
    public String why() {
        return words().zh();
    }

    /** Why; what a plugin cannot put into words takes nothing from the turn. */
    Words words() {
        try {
            return finding.words().get();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            return new Words("(插件说不出原因:" + failure + ")", "(the plugin cannot say why: " + failure + ")");
        }
    }

    /** Where the value stands that decided. */
    Optional<Place> cause() {
        try {
            return finding.cause().get();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            return Optional.empty();
        }
    }
}
