package io.qunbot.yaml;

/**
 * Thrown by the {@code parse(String)} of a value type whose text makes no sense. The binder catches
 * it and knows the place.
 */
public final class Mistake extends RuntimeException {

    private final transient Words message;
    private final transient Words help;

    public Mistake(Words message, Words help) {
        super(message.en());
        this.message = message;
        this.help = help;
    }

    /** What is wrong. */
    public Words message() {
        return message;
    }

    /** What to write instead. */
    public Words help() {
        return help;
    }
}
