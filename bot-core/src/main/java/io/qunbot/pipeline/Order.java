package io.qunbot.pipeline;

import java.util.Optional;

/** What is ordered about a recurrence by hand: the kind of an event to its plugin, whose payload is the id. */
public enum Order {
    /** It does not ring until it is resumed. */
    PAUSE,
    RESUME,
    /** It rings once more, now. */
    RUN;

    static Optional<Order> of(String kind) {
        for (Order order : values()) {
            if (kind.equals(order.kind())) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    public String kind() {
        return "~" + name();
    }
}
