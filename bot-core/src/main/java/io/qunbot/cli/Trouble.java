package io.qunbot.cli;

import io.qunbot.yaml.Words;

/** The environment is not as the command needs it: said in one sentence, exit 3. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Words words;

    Trouble(String zh, String en) {
        super(en);
        this.words = new Words(zh, en);
    }

    Words words() {
        return words;
    }
}
