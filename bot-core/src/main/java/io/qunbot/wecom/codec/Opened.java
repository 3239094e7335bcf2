package io.qunbot.wecom.codec;

/** What was inside a sealed message, or why it stays closed. */
public sealed interface Opened permits Opened.Plain, Refusal {

    /** The decrypted bytes, exactly as they were sealed. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record Plain(byte[] bytes) implements Opened {}
}
