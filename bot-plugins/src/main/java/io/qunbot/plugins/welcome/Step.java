package io.qunbot.plugins.welcome;

/** What happens to somebody who is new, in the order in which it should. */
enum Step {
    JOINED,
    WELCOMED,
    SPOKE,
    INTRODUCED,
    REMINDED,
    /** They belong here, as far as that can be checked. */
    VOUCHED,
    /** They did not show in time that they belong here. */
    DOUBTED,
    LEFT;

    /** Its name in memory and in statistics, which stays. */
    String key() {
        return switch (this) {
            case JOINED -> "joined";
            case WELCOMED -> "welcomed";
            case SPOKE -> "spoke";
            case INTRODUCED -> "introduced";
            case REMINDED -> "reminded";
            case VOUCHED -> "vouched";
            case DOUBTED -> "doubted";
            case LEFT -> "left";
        };
    }
}
