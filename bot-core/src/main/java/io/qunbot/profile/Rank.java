package io.qunbot.profile;

/** The ways to claim a group, the strongest first. */
enum Rank {
    ID,
    NAME,
    PATTERN,
    CHANNEL,
    DIRECT,
    REST
}
