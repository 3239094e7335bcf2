package io.qunbot.store;

/** An alarm and the lane in which it rings. */
public record Ringing(AlarmRow alarm, LaneRow lane) {}
