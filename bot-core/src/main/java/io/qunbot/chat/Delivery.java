package io.qunbot.chat;

/** What is worse when nobody knows whether words arrived: to say them twice, or never. */
public enum Delivery {
    /** Said again: perhaps twice. */
    AT_LEAST_ONCE,
    /** Given up: perhaps never. */
    AT_MOST_ONCE
}
