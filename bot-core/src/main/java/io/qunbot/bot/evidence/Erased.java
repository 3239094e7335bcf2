package io.qunbot.bot.evidence;

import java.util.List;

/**
 * What was erased, or would be.
 *
 * @param messages of the member, and what they did
 * @param words of the bot that were caused by them, or repeated them
 * @param memories what plugins remembered of them, and alarms
 * @param quoted how many messages of others say the same: those are theirs, and stay
 * @param files within the data folder that were changed: backups, logs
 * @param rules files of rules in use that say the same: those are the operator's own words, and stay
 * @param left files within the data folder that still hold any of it
 */
public record Erased(String member, boolean dry, int messages, int words, int memories, int quoted,
        List<String> files, List<String> rules, List<String> left) {

    public Erased {
        files = List.copyOf(files);
        rules = List.copyOf(rules);
        left = List.copyOf(left);
    }
}
