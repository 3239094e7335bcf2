package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals messages as GetChatData gives them, with a key pair of its own. */
public final class Sealing {

    private static final byte[] CHAT_KEY = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);

    private final KeyPair pair;

    public Sealing() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
    }

    /** The private key as a PEM file. */
    public String pem() {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** An item of {@code chatdata}. */
    public String sealed(long seq, int version, String message) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, pair.getPublic());
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(CHAT_KEY, "AES"),
                new IvParameterSpec(Arrays.copyOf(CHAT_KEY, 16)));
        return ("{\"seq\":%d,\"msgid\":\"m%d\",\"publickey_ver\":%d,\"encrypt_random_key\":\"%s\","
                + "\"encrypt_chat_msg\":\"%s\"}").formatted(seq, seq, version, base64(rsa.doFinal(CHAT_KEY)),
                        base64(aes.doFinal(message.getBytes(UTF_8))));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
