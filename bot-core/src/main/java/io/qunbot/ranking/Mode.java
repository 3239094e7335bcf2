package io.qunbot.ranking;

/** How sure is sure enough: shipped thresholds, the same for every catalogue. */
public enum Mode {
    /** At most one in ten questions of the trade that the catalogue does not know is answered. */
    CAREFUL,
    /** At most 1.2 % of idle talk is answered. */
    BALANCED;

    /** 0..1: from which confidence on an entry is the answer. */
    public double answer() {
        return Model.shipped().threshold(this);
    }

    /** 0..1: from which confidence on an entry is worth a question back. */
    public double offer() {
        return answer() / 2;
    }
}
