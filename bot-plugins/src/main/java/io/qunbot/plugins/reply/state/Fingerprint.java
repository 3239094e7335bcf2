package io.qunbot.plugins.reply.state;

import io.qunbot.text.Normalized;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the same question has in common however it is typed, without holding its words. */
public final class Fingerprint {

    private static final int LENGTH = 16;

    private Fingerprint() {}

    public static String of(Normalized text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.core().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
