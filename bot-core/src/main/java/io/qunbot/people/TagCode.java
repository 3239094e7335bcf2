package io.qunbot.people;

/** The problems that concern tags and segments. Ids are stable. */
public enum TagCode {
    /** A tag in two families. */
    TWICE("P021"),
    /** A tag that cannot be written in rules. */
    BAD_NAME("P022"),
    /** A tag that no family knows. */
    UNKNOWN_TAG("P023"),
    /** A segment that is made of itself. */
    CIRCLE("P025"),
    /** A segment that asks for nothing. */
    EMPTY("P026"),
    /** A window that is longer than what is kept, or too short for its days. */
    LONG_WINDOW("P027"),
    /** A family without tags. */
    NO_TAGS("P028"),
    /** A family whose tags would go at once. */
    NO_TIME("P029"),
    /** A segment that nobody can be in. */
    NOBODY("P030");

    private final String id;

    TagCode(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
