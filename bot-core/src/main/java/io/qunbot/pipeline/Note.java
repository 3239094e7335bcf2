package io.qunbot.pipeline;

import io.qunbot.plugin.Finding;
import io.qunbot.yaml.Place;
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
        return finding.words().get().zh();
    }
}
