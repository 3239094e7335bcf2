package io.qunbot.wecom.codec;

/**
 * An encrypted message and what proves who sent it.
 *
 * @param timestamp seconds since 1970
 * @param encrypt the message in base64
 */
public record Sealed(String signature, String timestamp, String nonce, String encrypt) {}
