package io.qunbot.chat;

/** How far words may go without a person; the least comes first. */
public enum Autonomy {
    /** They are recorded, for whoever wants to see what would have been said. */
    WATCH,
    /** They are proposed to a colleague. */
    DRAFT,
    /** They are said, wherever the channel lets a bot speak. */
    AUTO;

    /** The lesser of the two. */
    public Autonomy least(Autonomy other) {
        return compareTo(other) < 0 ? this : other;
    }
}
