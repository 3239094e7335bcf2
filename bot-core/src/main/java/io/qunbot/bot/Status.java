package io.qunbot.bot;

import java.util.List;
import java.util.Map;

/**
 * How the bot is.
 *
 * @param running false when it was read from the data folder while nothing runs
 * @param book the version of the rules in force
 * @param profiles by id with their titles
 * @param held rule files of which an earlier version runs
 * @param missing rule files of which nothing runs
 * @param channels by id with their kinds
 * @param plugins the names of the plugins that were found
 * @param counts what was counted since the start
 * @param outbox rows by outcome
 * @param failing plugins that failed lately: {@code profile/plugin: n failures, quarantined until …}
 */
public record Status(boolean running, String version, String book, Map<String, String> profiles, List<String> held,
        List<String> missing, Map<String, String> channels, List<String> plugins, Map<String, Long> counts,
        Map<String, Long> outbox, List<String> failing) {}
