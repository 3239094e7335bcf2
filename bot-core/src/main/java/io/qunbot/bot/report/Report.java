package io.qunbot.bot.report;

import java.util.List;

/**
 * A report.
 *
 * @param about a profile's title, or a group's name
 * @param profile the profile's id
 * @param groups how many conversations it is about
 * @param days the first and the last day
 * @param made when, in the profile's zone
 */
public record Report(String about, String profile, int groups, String days, String made, List<Part> parts) {

    public Report {
        parts = List.copyOf(parts);
    }
}
