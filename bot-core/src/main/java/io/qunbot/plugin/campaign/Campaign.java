package io.qunbot.plugin.campaign;

import io.qunbot.calendar.Slots;
import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Body;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Words for each member of a segment, to themselves.
 *
 * @param plugin whose it is
 * @param id what the operator calls it; a member gets what has one id once
 * @param segment who gets it
 * @param slots when; the list of members is made then
 * @param words what is said at a time, the same to everybody; empty when a part of it is not known
 * @param most how far it may go without a person, as far as the profile lets it
 * @param terms how often and for how long
 */
public record Campaign(String plugin, Located<String> id, Located<String> segment, Slots slots,
        Function<Instant, Optional<Body>> words, Autonomy most, Terms terms) {

    /**
     * How often and for how long.
     *
     * @param late how late is not too late, where nobody was there at its time
     * @param again after how long a member may get it once more; empty for never
     * @param open how long colleagues have to confirm it
     * @param most how many campaigns a member gets within {@code within}
     * @param everywhere also to those who are only in groups of other profiles
     */
    public record Terms(Duration late, Optional<Duration> again, Duration open, int most, Duration within,
            boolean everywhere) {}

    public String name() {
        return id.value();
    }
}
