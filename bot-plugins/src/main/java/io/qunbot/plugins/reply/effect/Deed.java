package io.qunbot.plugins.reply.effect;

import io.qunbot.chat.Autonomy;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Oversight;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Optional;

/**
 * What is done.
 *
 * @param say the words, of which one is said in turn
 * @param tag tags to put on; those with '-' are taken off
 * @param stops whether nothing else sees the message
 * @param mode how far it may go by itself; empty for as far as its profile lets it
 * @param owner a post, or an account, in charge of the subject; empty for nobody in particular
 * @param weight what it says about whoever said it
 */
public record Deed(List<Located<Saying>> say, Optional<Tell> tell, List<String> tag, boolean stops,
        Optional<Mode> mode, Optional<String> owner, Weight weight) {

    /** What says nothing about whoever said it. */
    public Deed(List<Located<Saying>> say, Optional<Tell> tell, List<String> tag, boolean stops, Optional<Mode> mode,
            Optional<String> owner) {
        this(say, tell, tag, stops, mode, owner, Weight.NONE);
    }

    public Deed {
        say = List.copyOf(say);
        tag = List.copyOf(tag);
    }

    /** Who looks after the words before members see them. */
    Oversight oversight(PluginServices services) {
        List<MemberId> charge = owner.map(post -> services.staff(post).isEmpty()
                ? List.of(new MemberId(post))
                : services.staff(post)).orElse(List.of());
        return new Oversight(mode.map(Mode::autonomy).orElse(Autonomy.AUTO), charge);
    }

    /** Whether nobody is told anything, so that no word bears witness to it. */
    public boolean isQuiet() {
        return say.isEmpty() && tell.isEmpty();
    }

    /** Whether there is anything to say. */
    public boolean speaks() {
        return !say.isEmpty();
    }
}
