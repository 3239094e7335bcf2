package io.qunbot.plugins.reply.effect;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it says about whoever said it, for whatever plugins keep such things.
 *
 * @param score so many points; empty for none
 * @param stage at which they are now; empty when it says nothing of it
 */
public record Weight(Optional<Integer> score, Optional<String> stage) {

    /** It says nothing. */
    public static final Weight NONE = new Weight(Optional.empty(), Optional.empty());

    /** What becomes known of somebody. */
    List<Action> about(MemberId member, String rule) {
        return Stream.concat(
                stage.stream().map(name -> new Action.Attest(member, Event.Attested.STAGE, name, rule)),
                score.stream().map(points -> new Action.Attest(member, Event.Attested.SCORE, String.valueOf(points),
                        rule)))
                .<Action>map(attest -> attest).toList();
    }

    /** Whether it says something. */
    public boolean isNone() {
        return score.isEmpty() && stage.isEmpty();
    }
}
