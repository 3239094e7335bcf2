package io.qunbot.dispatch;

import io.qunbot.chat.EventId;
import java.time.Duration;
import java.time.Instant;

/**
 * Which events were seen in the last day, and where they stand in the journal: 16 bytes and a free slot
 * each, in two generations, so that nothing grows with uptime. A fingerprint can mislead; whoever finds
 * one compares the id in the journal. Thread-safe.
 */
final class Fingerprints {

    private static final Duration GENERATION = Duration.ofHours(24);

    private Table young = new Table();
    private Table old = new Table();
    private Instant turned;

    Fingerprints(Instant now) {
        turned = now;
    }

    static long of(EventId id) {
        long hash = 0x9E3779B97F4A7C15L;
        hash = mix(hash, id.channel());
        hash = mix(hash * 31, id.key());
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    private static long mix(long seed, String text) {
        long hash = seed;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0xC6A4A7935BD1E995L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** @return the sequence number, 0 when it was not seen */
    synchronized long seq(long fingerprint) {
        long seq = young.get(fingerprint);
        return seq != 0 ? seq : old.get(fingerprint);
    }

    synchronized void put(long fingerprint, long seq) {
        young.put(fingerprint, seq);
    }

    /** Lets go of what is older than two generations at most, one at least. */
    synchronized void age(Instant now) {
        if (turned.plus(GENERATION).isBefore(now)) {
            old = young;
            young = new Table();
            turned = now;
        }
    }

    /** Open addressing, at most half full. */
    private static final class Table {
        private long[] keys = new long[1 << 12];
        private long[] seqs = new long[1 << 12];
        private int size;

        long get(long key) {
            int at = slot(keys, key);
            return keys[at] == key ? seqs[at] : 0;
        }

        void put(long key, long seq) {
            if (size * 2 >= keys.length) {
                grow();
            }
            int at = slot(keys, key);
            if (keys[at] == 0) {
                size++;
            }
            keys[at] = key;
            seqs[at] = seq;
        }

        private void grow() {
            long[] keysBefore = keys;
            long[] seqsBefore = seqs;
            keys = new long[keysBefore.length * 2];
            seqs = new long[keysBefore.length * 2];
            for (int from = 0; from < keysBefore.length; from++) {
                if (keysBefore[from] != 0) {
                    int at = slot(keys, keysBefore[from]);
                    keys[at] = keysBefore[from];
                    seqs[at] = seqsBefore[from];
                }
            }
        }

        private static int slot(long[] keys, long key) {
            int mask = keys.length - 1;
            int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
            while (keys[at] != 0 && keys[at] != key) {
                at = (at + 1) & mask;
            }
            return at;
        }
    }
}
