package io.qunbot.bot.campaign;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which colleagues have which customers, as WeCom said last: a preview need not ask it anew. Thread-safe. */
final class Acquaintance {

    private final Postman postman;
    private final InstantSource clock;
    private volatile Known known = new Known(Instant.MIN, Map.of());

    /** What was known at a time. */
    private record Known(Instant at, Map<MemberId, List<MemberId>> followers) {}

    Acquaintance(Postman postman, InstantSource clock) {
        this.postman = postman;
        this.clock = clock;
    }

    /** Not older than this; asks WeCom when it has to. */
    Map<MemberId, List<MemberId>> notOlderThan(Duration age) throws GatewayException {
        Instant now = clock.instant();
        if (known.at().isBefore(now.minus(age))) {
            known = new Known(now, postman.followers());
        }
        return known.followers();
    }

    /** As it was known last; empty when WeCom was never asked. */
    Optional<Map<MemberId, List<MemberId>>> last() {
        return known.at().equals(Instant.MIN) ? Optional.empty() : Optional.of(known.followers());
    }
}
