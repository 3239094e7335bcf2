package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is known of the SDK's cipher without the SDK: AES-256 in CBC mode, the first half of the key being the vector.
 * WeCom documents none of it; what does not open this way stays sealed.
 */
public final class ChatCipher implements Unsealer.BodyCipher {

    private static final int KEY = 32;
    private static final int VECTOR = 16;

    @Override
    public Optional<String> open(String key, String body) {
        return bytes(key).flatMap(secret -> open(secret, body));
    }

    /** A key of 32 letters, or 32 bytes in Base64. */
    private static Optional<byte[]> bytes(String key) {
        byte[] plain = key.getBytes(UTF_8);
        if (plain.length == KEY) {
            return Optional.of(plain);
        }
        try {
            return Optional.of(Base64.getDecoder().decode(key)).filter(decoded -> decoded.length == KEY);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> open(byte[] key, String body) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(Arrays.copyOf(key, VECTOR)));
            byte[] padded = cipher.doFinal(Base64.getDecoder().decode(body));
            int padding = padded.length == 0 ? 0 : padded[padded.length - 1];
            return padding < 1 || padding > KEY || padding > padded.length
                    ? Optional.empty()
                    : Optional.of(new String(padded, 0, padded.length - padding, UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
