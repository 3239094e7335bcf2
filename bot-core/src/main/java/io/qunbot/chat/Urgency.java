package io.qunbot.chat;

import java.time.Duration;

/** What words are for; under pressure those further up go first. */
public enum Urgency {
    /** Somebody asked. */
    ANSWER(0, Duration.ofMinutes(30)),
    /** A colleague has to know. */
    HANDOFF(1, Duration.ofDays(1)),
    /** Somebody is new here. */
    WELCOME(2, Duration.ofHours(2)),
    /** The rhythm of a group: what is said because it is time. */
    TOPIC(3, Duration.ofHours(2)),
    /** Advertisement. */
    AD(4, Duration.ofHours(2));

    private final int rank;
    private final Duration lifetime;

    Urgency(int rank, Duration lifetime) {
        this.rank = rank;
        this.lifetime = lifetime;
    }

    /** Its place in the queue, from 0: lower goes first. */
    public int rank() {
        return rank;
    }

    /** The urgency of a rank. */
    public static Urgency of(int rank) {
        return values()[rank];
    }

    /** For how long such words are worth saying, from when they might be said first. */
    public Duration lifetime() {
        return lifetime;
    }
}
