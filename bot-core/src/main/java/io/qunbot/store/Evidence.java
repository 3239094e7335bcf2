package io.qunbot.store;

import java.util.List;

/**
 * What came out when everything was compared with what was sealed.
 *
 * @param events how many are there, and as they were
 * @param words how many outcomes of the bot's own words are as they were
 * @param lanes how many chains were followed
 * @param unsealed how many events are newer than the newest seal
 * @param erased how many left a tombstone
 * @param expired how many went because their time was over
 * @param checked how many heads that were kept elsewhere were met again
 * @param heads where the chains stand now
 */
public record Evidence(long events, long words, int lanes, long unsealed, long erased, long expired, int checked,
        List<Damage> damages, List<Tombstone> tombstones, List<Head> heads) {

    public Evidence {
        damages = List.copyOf(damages);
        tombstones = List.copyOf(tombstones);
        heads = List.copyOf(heads);
    }

    /** What can be wrong. */
    public enum Kind {
        /** It is not what was sealed. */
        CHANGED,
        /** It is gone, and nothing says why. */
        MISSING,
        /** It is there and was never sealed, though what is newer was. */
        INSERTED,
        /** It is there, though a tombstone stands for it. */
        RISEN,
        /** The day's count is another. */
        COUNT,
        /** The day's chain does not end where it did: something was put into another order, or replaced with its seal. */
        BROKEN,
        /** Seals of the newest are missing. */
        SHORTENED,
        /** What is gone and what the tombstones say does not agree. */
        FORGED,
        /** A head that was kept elsewhere is not met. */
        OTHER_HEAD
    }

    /**
     * Something that is wrong.
     *
     * @param lane its name; empty where it is of none
     * @param day since 1970, in UTC; -1 where it is of none
     * @param words whether it is about the bot's own words
     * @param number the event's place in the journal, or the number of the words; 0 where it is about several
     * @param detail figures or names; may be empty
     */
    public record Damage(Kind kind, String lane, int day, boolean words, long number, String detail) {}
}
