package io.qunbot.people;

/** The problems that concern tags and segments. Ids are stable. */
public enum TagCode {
    /** A tag in two families. */
    TWICE("T001"),
    /** A tag that cannot be written in rules. */
    BAD_NAME("T002"),
    /** A tag that no family knows. */
    UNKNOWN_TAG("T003"),
    /** A segment that is made of itself. */
    CIRCLE("T005"),
    /** A segment that asks for nothing. */
    EMPTY("T006"),
    /** A window that is longer than what is kept. */
    LONG_WINDOW("T007");

    private final String id;

    TagCode(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
