package io.qunbot.bot.model;

/** A model did not answer, or nothing sensible; the message says what it did, without what was asked. */
final class ModelException extends Exception {

    private static final long serialVersionUID = 1;

    ModelException(String message) {
        super(message);
    }
}
