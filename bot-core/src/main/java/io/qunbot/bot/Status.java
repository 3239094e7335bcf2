package io.qunbot.bot;

import io.qunbot.bot.publish.Rollout;
import java.util.List;
import java.util.Map;

/**
 * How the bot is.
 *
 * @param running false when it was read from the data folder while nothing runs
 * @param book the version of the rules in force
 * @param since when that version took effect, ISO 8601, UTC; empty when it is not known
 * @param profiles by id with their titles
 * @param held rule files of which an earlier version runs
 * @param missing rule files of which nothing runs
 * @param channels by id with their kinds
 * @param lines the long connections
 * @param plugins the names of the plugins that were found
 * @param counts what was counted since the start
 * @param outbox rows by outcome
 * @param failing plugins that failed lately: {@code profile/plugin: n failures, quarantined until …}
 * @param groups conversations that were met
 * @param queues how much waits, by what it waits for
 * @param rollouts what is tried in a few groups
 * @param problems what went wrong lately
 * @param paused what recurs and was told to keep silent, with the groups in which it does
 * @param unclaimed groups that no profile asks for; empty while nothing runs
 */
public record Status(boolean running, String version, String book, String since, Map<String, String> profiles,
        List<String> held, List<String> missing, Map<String, String> channels, List<Line> lines,
        List<String> plugins,
        Map<String, Long> counts, Map<String, Long> outbox, List<String> failing, List<Group> groups,
        Map<String, Long> queues, List<Rollout> rollouts, List<Trouble> problems, List<String> paused,
        List<Open> unclaimed) {

    /**
     * A group that no profile asks for.
     *
     * @param name as it is called now; may be empty
     * @param last when something last happened there, ISO 8601, UTC
     * @param tied the profiles that both ask for groups of such a name; mostly empty
     */
    public record Open(String id, String name, String last, List<String> tied) {}

    /** Something that went wrong. {@code at} is empty for what is wrong now, else a time, ISO 8601, UTC. */
    public record Trouble(String at, String text) {}

    /**
     * A long connection to WeCom.
     *
     * @param state {@code connected}, {@code connecting}, {@code taken}, {@code refused}, {@code closed}
     * @param since ISO 8601, UTC
     * @param trouble what went wrong last; may be empty
     */
    public record Line(String channel, String state, String since, String trouble) {}

    /**
     * A conversation that was met.
     *
     * @param profile empty when nobody wants it
     * @param edition {@code only}, or which of two versions runs here: {@code trial}, {@code settled}
     * @param line of a rule file by which it got its profile; empty when nobody wants it
     * @param last when something last happened there, ISO 8601, UTC; may be empty
     */
    public record Group(String id, String kind, String channel, String profile, String edition, String line,
            String last) {}
}
