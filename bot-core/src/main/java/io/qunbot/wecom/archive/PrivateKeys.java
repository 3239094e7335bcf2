package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;

/** The private keys of an archive, by the version of the public key that WeCom was given; old ones are kept. Thread-safe. */
public final class PrivateKeys {

    /** The algorithm's name as PKCS#8 wants it before a bare PKCS#1 key, and the two lengths around it. */
    private static final byte[] RSA = {0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86,
            (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00};
    private static final byte SEQUENCE = 0x30;
    private static final byte OCTETS = 0x04;

    private final Map<Integer, PrivateKey> keys;

    public PrivateKeys(Map<Integer, PrivateKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads a PEM file's text, {@code PRIVATE KEY} or {@code RSA PRIVATE KEY}.
     *
     * @throws IllegalArgumentException when it holds no RSA key
     */
    public static PrivateKey read(String pem) {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(body);
            byte[] key = pem.contains("BEGIN RSA PRIVATE KEY") ? wrapped(der) : der;
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (InvalidKeySpecException | IllegalArgumentException _) {
            throw new IllegalArgumentException("no RSA private key"); // the cause may quote it
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no RSA", missing);
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] key = tagged(OCTETS, pkcs1);
        byte[] all = new byte[RSA.length + key.length];
        System.arraycopy(RSA, 0, all, 0, RSA.length);
        System.arraycopy(key, 0, all, RSA.length, key.length);
        return tagged(SEQUENCE, all);
    }

    /** A DER value of 256 to 65,535 bytes, as keys are. */
    private static byte[] tagged(byte tag, byte[] value) {
        byte[] all = new byte[value.length + 4];
        all[0] = tag;
        all[1] = (byte) 0x82;
        all[2] = (byte) (value.length >> 8);
        all[3] = (byte) value.length;
        System.arraycopy(value, 0, all, 4, value.length);
        return all;
    }

    public boolean has(int version) {
        return keys.containsKey(version);
    }

    /** What a message's {@code encrypt_random_key} holds; empty when no key of ours opens it. */
    public Optional<String> open(int version, String encryptedKey) {
        PrivateKey key = keys.get(version);
        if (key == null) {
            return Optional.empty();
        }
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return Optional.of(new String(cipher.doFinal(Base64.getDecoder().decode(encryptedKey.getBytes(US_ASCII))),
                    UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
