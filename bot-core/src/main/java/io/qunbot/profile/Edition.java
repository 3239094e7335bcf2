package io.qunbot.profile;

/** Which of a profile's versions this is, while a new one is tried in a few groups. */
public enum Edition {
    /** There is no other. */
    ONLY,
    /** The new one, in the groups that the operator named. */
    TRIAL,
    /** The one that all others stay with. */
    SETTLED
}
