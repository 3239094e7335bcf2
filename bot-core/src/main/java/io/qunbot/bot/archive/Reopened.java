package io.qunbot.bot.archive;

import java.util.Map;

/**
 * What became of the sealed messages of an archive.
 *
 * @param opened how many were opened just now
 * @param sealed how many still are, by the version of the key
 * @param trouble why it ended early; may be empty
 */
public record Reopened(String channel, int opened, Map<Integer, Long> sealed, String trouble) {

    public Reopened {
        sealed = Map.copyOf(sealed);
    }
}
