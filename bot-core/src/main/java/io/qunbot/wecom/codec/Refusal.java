package io.qunbot.wecom.codec;

/** Why a callback is turned away. */
public enum Refusal implements Opened {
    /** The signature is not that of the shared token. */
    SIGNATURE,
    /** The timestamp is too far from now. */
    STALE,
    /** It is whole, and opens to nonsense: it was sealed with another EncodingAESKey. */
    KEY,
    /** It was meant for somebody else. */
    RECEIVER,
    /** It is no callback. */
    MALFORMED;

    /** The HTTP status that says so: 400 or 403. */
    public int status() {
        return this == MALFORMED ? 400 : 403;
    }
}
