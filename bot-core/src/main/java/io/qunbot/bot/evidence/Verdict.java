package io.qunbot.bot.evidence;

import io.qunbot.store.Evidence;
import io.qunbot.store.Evidence.Damage;
import io.qunbot.store.Head;
import io.qunbot.store.Tombstone;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What the evidence says, as it is shown.
 *
 * @param ok whether everything is as it was said, but for what left a tombstone or whose time was over
 * @param messages how many are as they were
 * @param words how many outcomes of the bot's own words are as they were
 * @param unsealed how many are too new to be proven
 * @param erased how many were erased and left a tombstone
 * @param expired how many went because their time was over
 * @param checked how many heads that were kept elsewhere were met again
 */
public record Verdict(boolean ok, long messages, long words, int groups, long unsealed, long erased, long expired,
        int checked, List<Wrong> wrong, List<Erasure> erasures, List<String> heads) {

    public Verdict {
        wrong = List.copyOf(wrong);
        erasures = List.copyOf(erasures);
        heads = List.copyOf(heads);
    }

    /**
     * Something that is not as it was.
     *
     * @param what as {@link Evidence.Kind} calls it
     * @param group its id, or the whole name of what is no group; may be empty
     * @param day as it is written; empty when it is about no day
     * @param seq the message's place in the archive, or the number of the bot's words; 0 when it is about several
     * @param of {@code message} or {@code words}
     */
    public record Wrong(String what, String group, String day, long seq, String of, String detail) {}

    /** Something that was erased. */
    public record Erasure(long tombstone, String at, String who, String reason, long messages, long words) {}

    static Verdict of(Evidence evidence) {
        return new Verdict(evidence.damages().isEmpty(), evidence.events(), evidence.words(), evidence.lanes(),
                evidence.unsealed(), evidence.erased(), evidence.expired(), evidence.checked(),
                evidence.damages().stream().map(Verdict::wrong).toList(),
                evidence.tombstones().stream().map(Verdict::erasure).toList(),
                evidence.heads().stream().map(Head::line).toList());
    }

    private static Wrong wrong(Damage damage) {
        return new Wrong(damage.kind().name().toLowerCase(Locale.ROOT), damage.lane().replaceFirst("^chat:", ""),
                damage.day() < 0 ? "" : LocalDate.ofEpochDay(damage.day()).toString(), damage.number(),
                damage.words() ? "words" : "message", damage.detail());
    }

    private static Erasure erasure(Tombstone stone) {
        return new Erasure(stone.id(), stone.at().toString(), stone.who(), stone.reason(), stone.events(),
                stone.words());
    }
}
