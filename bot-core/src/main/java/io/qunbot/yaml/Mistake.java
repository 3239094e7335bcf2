package io.qunbot.yaml;

/** What is wrong with a single value; thrown by {@code parse} methods of value types. */
public final class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final transient Words help;

    /**
     * @param help what to write instead; may be {@link Words#NONE}
     */
    public Mistake(Words message, Words help) {
        super(message.en());
        this.words = message;
        this.help = help;
    }

    public Words words() {
        return words;
    }

    public Words help() {
        return help;
    }
}
