package io.qunbot.bot;

import io.qunbot.yaml.Words;

/** What was asked for cannot be done as things are, in a sentence for operators. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Words words;

    public Refused(String zh, String en) {
        super(en);
        this.words = new Words(zh, en);
    }

    public Words words() {
        return words;
    }
}
