package io.qunbot.chat;

/** A channel refused, or could not be reached. The message holds no secret. */
public final class GatewayException extends Exception {

    private static final long serialVersionUID = 1;

    private final int code;
    private final Remedy remedy;
    private final boolean maybeSent;

    /** What helps. */
    public enum Remedy {
        /** The same again after a short pause. */
        RETRY,
        /** Too much: the same again after a minute or more. */
        BACK_OFF,
        /** These words can't be sent; others can. */
        DROP,
        /** Nothing can be sent on this channel until somebody mends its configuration. */
        DISABLE
    }

    /**
     * @param code the channel's error code, 0 when it gave none
     * @param maybeSent whether it may have been sent all the same: the answer was lost, not the request
     */
    public GatewayException(int code, String message, Remedy remedy, boolean maybeSent) {
        super(message);
        this.code = code;
        this.remedy = remedy;
        this.maybeSent = maybeSent;
    }

    public int code() {
        return code;
    }

    public Remedy remedy() {
        return remedy;
    }

    public boolean maybeSent() {
        return maybeSent;
    }

    /** Whether the same words may be sent again later. */
    public boolean retryable() {
        return remedy == Remedy.RETRY || remedy == Remedy.BACK_OFF;
    }
}
