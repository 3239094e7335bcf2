package io.qunbot.wecom.aibot;

/** What became of a frame that was to be sent. */
sealed interface Answer {

    /**
     * WeCom answered; 0 means that it took it.
     *
     * @param given what it calls an upload; empty for all else
     */
    record Acknowledged(int code, String message, String given) implements Answer {}

    /** It was sent, and no answer came. */
    record Unanswered(String why) implements Answer {}

    /** It was not sent. */
    record Unsent(String why) implements Answer {}
}
