package io.qunbot.store;

import java.util.List;

/**
 * How a member's tags are mirrored.
 *
 * @param colleague the pair's other half; empty when there is none
 * @param agreed the tags that both sides had last
 * @param changed when WeCom's side changed since, in milliseconds of the epoch; 0 when it did not
 * @param reason why nothing is mirrored; empty when it is
 */
public record CorpTagRow(String member, String colleague, List<String> agreed, long changed, String reason) {

    public CorpTagRow {
        agreed = List.copyOf(agreed);
    }

    /** Nothing was mirrored so far. */
    public static CorpTagRow fresh(String member) {
        return new CorpTagRow(member, "", List.of(), 0, "");
    }
}
