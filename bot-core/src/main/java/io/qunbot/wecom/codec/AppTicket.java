package io.qunbot.wecom.codec;

import io.qunbot.chat.Ticket;
import io.qunbot.wecom.codec.tree.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What changes an app's card after a click: the callback's {@code ResponseCode}, good once (document 94888). */
final class AppTicket {

    private static final Duration VALID = Duration.ofHours(24);

    private AppTicket() {}

    static Optional<Ticket> of(Node message, Instant received) {
        String code = message.text("responsecode");
        return code.isEmpty() ? Optional.empty() : Optional.of(new Ticket(code, received.plus(VALID)));
    }
}
