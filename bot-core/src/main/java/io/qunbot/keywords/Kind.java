package io.qunbot.keywords;

import java.util.Locale;

/** How words count for a rule. */
public enum Kind {
    /** The whole message is one of them. */
    IS,
    /** One of them occurs. */
    ANY,
    /** All of them occur. */
    ALL,
    /** None of them occurs. */
    NONE,
    /** One of them occurs in every message that the rule can match, so that it is tried on those only. */
    TRIGGER;

    /** The index field that holds such words. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
