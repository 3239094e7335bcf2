package io.qunbot.bot.archive;

import java.util.ArrayList;
import java.util.List;

/** Follows sequence numbers and notes what is missing between them. For one thread. */
final class Sequence {

    private static final int MOST = 20;

    private final List<Gap> gaps = new ArrayList<>();
    private long last;
    private long missing;

    /** Numbers that nobody gave, both among them. */
    record Gap(long from, long until) {
        long size() {
            return until - from + 1;
        }

        @Override
        public String toString() {
            return from == until ? String.valueOf(from) : from + "–" + until;
        }
    }

    /** @param last the number before the first; 0 when there is none */
    Sequence(long last) {
        this.last = last;
    }

    /** @param seq 0 when the message has none */
    void take(long seq) {
        if (Long.compareUnsigned(seq, last) <= 0) {
            return;
        }
        if (last != 0 && seq != last + 1) {
            Gap gap = new Gap(last + 1, seq - 1);
            missing += gap.size();
            if (gaps.size() < MOST) {
                gaps.add(gap);
            }
        }
        last = seq;
    }

    long last() {
        return last;
    }

    /** How many numbers are missing. */
    long missing() {
        return missing;
    }

    /** The first gaps. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
