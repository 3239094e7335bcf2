package io.qunbot.plugins.signup;

/** What somebody gets to know about their sign-up. */
enum Notice {
    /** They are on the list. */
    IN,
    AGAIN,
    /** They wait for a seat. */
    WAITING,
    /** The day they want is full; another one may do. */
    FULL,
    CANCELLED,
    /** They waited, and have a seat now. */
    MOVED,
    CLOSED,
    /** They are asked. */
    ASKED,
    /** They are asked for what is missing. */
    MISSING
}
