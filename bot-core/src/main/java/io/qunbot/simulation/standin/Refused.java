package io.qunbot.simulation.standin;

/** WeCom would refuse this with a code. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final int code;

    Refused(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
