package io.qunbot.chat;

import java.time.Duration;
import java.util.List;

/**
 * What is done until a colleague takes something up.
 *
 * @param within how long they have; zero for any time
 * @param orElse who gets it after that; empty for nobody
 * @param batch for how long such words are gathered into one message; zero for not at all
 */
public record Care(Duration within, List<MemberId> orElse, Duration batch) {

    public static final Care NONE = new Care(Duration.ZERO, List.of(), Duration.ZERO);

    public Care {
        orElse = List.copyOf(orElse);
    }
}
