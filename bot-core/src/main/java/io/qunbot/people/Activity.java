package io.qunbot.people;

import io.qunbot.plugin.Roles;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Who counts as active and who as a lurker. */
@Doc(zh = "怎样算活跃、怎样算潜水", en = "who counts as active and who as a lurker")
public record Activity(
        @Default("3") @Doc(zh = "最近几天里有几天说过话,就算活跃", en = "on how many days of the window somebody who is active speaks") int days,
        @Default("7d") @Doc(zh = "最近几天,最多 60 天", en = "the window, 60 days at most") Duration window,
        @Default("30d") @Doc(zh = "多久没说话算潜水", en = "after how long without a word somebody is a lurker") Duration lurker) {

    /** What an operator who says nothing means. */
    public static final Activity DEFAULT = new Activity(3, Duration.ofDays(7), Duration.ofDays(30));

    /** What somebody is by what they said. */
    public Set<String> roles(Traces traces, Instant now) {
        if (traces.daysWithin((int) window.toDays(), now) >= days) {
            return Set.of(Roles.ACTIVE);
        }
        return traces.isQuietFor(lurker, now) ? Set.of(Roles.LURKER) : Set.of();
    }
}
