package io.qunbot.plugin;

import io.qunbot.yaml.Problems;
import java.util.List;
import java.util.Optional;

/**
 * A plugin, found by {@link java.util.ServiceLoader}.
 *
 * @param <S> its settings: a record whose components carry {@link io.qunbot.yaml.Doc}
 */
public interface Plugin<S extends Record> {

    /**
     * The key under {@code plugins:} in a profile; also the owner of its memory and alarms. Never
     * changes.
     */
    String name();

    Class<S> settingsType();

    /** A stage for one profile. Heavy work, such as an index, belongs here and not into a turn. */
    Stage create(S settings, PluginServices services);

    /**
     * A stage on the lanes of members, for what follows a person across groups; its memory there is one for all of them.
     * It sees {@link io.qunbot.chat.Event.Tagged}, which comes after the change is made, and what is addressed to this
     * plugin there: its alarms, and what its stages in groups emit to {@code LaneId.of(member)}.
     *
     * <p>The settings are those of the profile that the event comes from; for an alarm, and for what colleagues do by
     * hand, those of the profile that last addressed this plugin on that lane. {@link ChatContext#group()} is the
     * conversation that the event comes from, and {@link ChatContext#person} of the member includes the change. What
     * it tells goes out as if from that conversation; {@code Wake}, {@code Cancel}, {@code Emit}, {@code Remark},
     * {@code Tag} and {@code Know} work as anywhere. A {@code Say} does not: for words in a group it emits to the
     * group's lane, where its other stage says them. It has no rhythm.
     */
    default Optional<Stage> follow(S settings, PluginServices services) {
        return Optional.empty();
    }

    /** All that members may get to read, so that its length and wording can be looked at. */
    default List<Spoken> says(S settings) {
        return List.of();
    }

    /** What it makes known of members that texts may tell. */
    default List<Detail> details(S settings) {
        return List.of();
    }

    /** What it does and what has to happen for it, so that it can be told whether it ever will. */
    default List<Occasion> occasions(S settings, PluginServices services) {
        return List.of();
    }

    /** Whether it may also be written beside {@code plugins:}, because its place among the others is of no matter. */
    default boolean standsBeside() {
        return false;
    }

    /** Looks for mistakes that the settings' types cannot see. */
    default void check(S settings, PluginServices services, Problems problems) {}
}
