package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** WeCom's signature: SHA-1 over four sorted words (document 90968). Not thread-safe. */
final class Signer {

    private static final int BYTES = 20;

    private final byte[] token;
    private final MessageDigest sha1;
    private final byte[][] words = new byte[4][];
    private final byte[] digest = new byte[BYTES];

    Signer(String token) {
        this.token = token.getBytes(UTF_8);
        try {
            this.sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-1", e);
        }
    }

    /** In lower-case hex. */
    String sign(String timestamp, String nonce, String encrypt) {
        words[0] = token;
        words[1] = timestamp.getBytes(ISO_8859_1);
        words[2] = nonce.getBytes(ISO_8859_1);
        words[3] = encrypt.getBytes(ISO_8859_1);
        sortWords();
        for (byte[] word : words) {
            sha1.update(word);
        }
        finish();
        return HexFormat.of().formatHex(digest);
    }

    /** Takes as long for a signature that is nearly right as for one that is all wrong. */
    boolean signed(Sealed message) {
        String expected = sign(message.timestamp(), message.nonce(), message.encrypt());
        return MessageDigest.isEqual(expected.getBytes(ISO_8859_1), message.signature().getBytes(ISO_8859_1));
    }

    /** Four words: an insertion sort without the objects of a comparator. */
    private void sortWords() {
        for (int i = 1; i < words.length; i++) {
            for (int j = i; j > 0 && Arrays.compareUnsigned(words[j - 1], words[j]) > 0; j--) {
                byte[] word = words[j];
                words[j] = words[j - 1];
                words[j - 1] = word;
            }
        }
    }

    private void finish() {
        try {
            sha1.digest(digest, 0, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-1 of more than 20 bytes", e);
        }
    }
}
