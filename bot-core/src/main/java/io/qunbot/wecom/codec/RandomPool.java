package io.qunbot.wecom.codec;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Unpredictable bytes, drawn in bulk: one call of the system's source for 256 messages. Not thread-safe. */
final class RandomPool {

    private static final int BYTES = 4096;
    private static final int NONCE_BYTES = 8;

    private final SecureRandom source = new SecureRandom();
    private final byte[] pool = new byte[BYTES];
    private int used = BYTES;

    /** Fills the first bytes of a buffer. */
    void fill(byte[] buffer, int count) {
        if (used + count > BYTES) {
            source.nextBytes(pool);
            used = 0;
        }
        System.arraycopy(pool, used, buffer, 0, count);
        used += count;
    }

    /** A word that is not used twice: 16 hex digits. */
    String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        fill(bytes, NONCE_BYTES);
        return HexFormat.of().formatHex(bytes);
    }
}
