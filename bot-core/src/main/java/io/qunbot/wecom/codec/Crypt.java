package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens and seals messages: AES-256-CBC around 16 random bytes, the length, the message and the
 * receiver's id, signed with the token (document 90968).
 * <p>
 * Not thread-safe, and cheap only when it is kept: one for each channel and event loop.
 */
public final class Crypt {

    private static final int RANDOM_BYTES = 16;
    private static final int HEAD_BYTES = RANDOM_BYTES + Integer.BYTES;
    private static final int PADDING_BLOCK = 32;
    private static final int AES_BLOCK = 16;
    private static final int MAX_TIMESTAMP_DIGITS = 18;

    private final Signer signer;
    private final byte[] receiver;
    private final long maxAgeSeconds;
    private final Cipher decryption;
    private final Cipher encryption;
    private final RandomPool random = new RandomPool();
    private byte[] input = new byte[4096];
    private byte[] output = new byte[4096];

    /**
     * @param maxAge how far a timestamp may be from now, either way: more is a replay or a clock that
     *            is wrong
     */
    public Crypt(Credentials credentials, Duration maxAge) {
        this.signer = new Signer(credentials.token());
        this.receiver = credentials.receiver().getBytes(UTF_8);
        this.maxAgeSeconds = maxAge.toSeconds();
        this.decryption = cipher(Cipher.DECRYPT_MODE, credentials.key());
        this.encryption = cipher(Cipher.ENCRYPT_MODE, credentials.key());
    }

    private static Cipher cipher(int mode, byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            // the protocol's own rule: the vector is the key's beginning; the random head makes up for it
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, AES_BLOCK));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256", e);
        }
    }

    /** The signature of an encrypted text, in lower-case hex. */
    public String signature(String timestamp, String nonce, String encrypt) {
        return signer.sign(timestamp, nonce, encrypt);
    }

    /** A word to seal with that is not used twice. */
    public String nonce() {
        return random.nonce();
    }

    /**
     * Opens a message. The signature comes first: whoever doesn't know the token learns nothing about
     * the rest.
     */
    public Opened open(Sealed message, Instant now) {
        if (!signer.signed(message)) {
            return Refusal.SIGNATURE;
        }
        long age = now.getEpochSecond() - Digits.parse(message.timestamp(), MAX_TIMESTAMP_DIGITS);
        return Math.abs(age) > maxAgeSeconds ? Refusal.STALE : decrypt(message.encrypt());
    }

    private Opened decrypt(String encrypt) {
        reserve(encrypt.length());
        int length = decodeBase64(encrypt);
        if (length == 0 || length % AES_BLOCK != 0) {
            return Refusal.MALFORMED;
        }
        return unwrap(transform(decryption, length));
    }

    /** Into {@link #input}; 0 when it is no base64. */
    private int decodeBase64(String encrypt) {
        try {
            return Base64.getDecoder().decode(encrypt.getBytes(ISO_8859_1), input);
        } catch (IllegalArgumentException _) {
            return 0; // signed, and no base64 all the same: rare enough for an exception
        }
    }

    private Opened unwrap(int length) {
        int end = length - padding(length);
        if (end == length || end < HEAD_BYTES) {
            return Refusal.KEY;
        }
        int size = ByteBuffer.wrap(output).getInt(RANDOM_BYTES);
        if (size < 0 || size > end - HEAD_BYTES) {
            return Refusal.KEY;
        }
        if (!Arrays.equals(output, HEAD_BYTES + size, end, receiver, 0, receiver.length)) {
            return Refusal.RECEIVER;
        }
        return new Opened.Plain(Arrays.copyOfRange(output, HEAD_BYTES, HEAD_BYTES + size));
    }

    /** How many bytes of padding end the output, 0 when they are none. */
    private int padding(int length) {
        int count = output[length - 1];
        if (count < 1 || count > PADDING_BLOCK || count > length) {
            return 0;
        }
        for (int i = length - count; i < length; i++) {
            if (output[i] != count) {
                return 0;
            }
        }
        return count;
    }

    /** Seals a message; its random beginning makes every sealing different. */
    public Sealed seal(byte[] message, String timestamp, String nonce) {
        int size = HEAD_BYTES + message.length + receiver.length;
        int padding = PADDING_BLOCK - size % PADDING_BLOCK;
        reserve(size + padding);
        random.fill(input, RANDOM_BYTES);
        ByteBuffer.wrap(input).position(RANDOM_BYTES).putInt(message.length).put(message).put(receiver);
        Arrays.fill(input, size, size + padding, (byte) padding);
        int length = transform(encryption, size + padding);
        byte[] base64 = Base64.getEncoder().encode(Arrays.copyOf(output, length));
        String encrypt = new String(base64, ISO_8859_1);
        return new Sealed(signature(timestamp, nonce, encrypt), timestamp, nonce, encrypt);
    }

    private int transform(Cipher cipher, int length) {
        try {
            return cipher.doFinal(input, 0, length, output, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks and room for them, yet AES refuses", e);
        }
    }

    private void reserve(int length) {
        if (length > input.length) {
            input = new byte[length];
            output = new byte[length];
        }
    }
}
