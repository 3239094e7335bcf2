package io.qunbot.wecom.codec;

import java.util.Base64;

/**
 * What a callback address shares with WeCom.
 *
 * @param aesKey the EncodingAESKey, 43 characters
 * @param receiver the corp id of a self-built application, empty for robots
 */
public record Credentials(String token, String aesKey, String receiver) {

    private static final int AES_KEY_LENGTH = 43;

    public Credentials {
        if (aesKey.length() != AES_KEY_LENGTH) {
            throw new IllegalArgumentException("an EncodingAESKey has 43 characters, this one " + aesKey.length());
        }
        decoded(aesKey);
    }

    byte[] key() {
        return decoded(aesKey);
    }

    // The JDK's decoder, unlike others, takes keys whose unused last bits are set: half of WeCom's.
    private static byte[] decoded(String aesKey) {
        try {
            return Base64.getDecoder().decode(aesKey + "=");
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("an EncodingAESKey holds letters and digits only");
        }
    }

    /** Without the secrets: this ends up in logs. */
    @Override
    public String toString() {
        return "Credentials[" + receiver + "]";
    }
}
