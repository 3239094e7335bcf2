package io.qunbot.chat;

/** A channel refused, or could not be reached. The message holds no secret. */
public final class GatewayException extends Exception {

    private static final long serialVersionUID = 1;

    private final int code;
    private final boolean retryable;

    /**
     * @param code the channel's error code, 0 when it gave none
     */
    public GatewayException(int code, String message, boolean retryable) {
        super(message);
        this.code = code;
        this.retryable = retryable;
    }

    public int code() {
        return code;
    }

    /** Whether the same words may be sent again later. */
    public boolean retryable() {
        return retryable;
    }
}
