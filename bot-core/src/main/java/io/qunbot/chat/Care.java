package io.qunbot.chat;

import java.time.Duration;
import java.util.List;

/**
 * What is done until a colleague takes something up.
 *
 * @param within how long they have; zero for any time
 * @param orElse who gets it after that; empty for nobody
 * @param later who gets it after those, one group after the other
 * @param batch for how long such words are gathered into one message; zero for not at all
 */
public record Care(Duration within, List<MemberId> orElse, List<List<MemberId>> later, Duration batch) {

    public static final Care NONE = new Care(Duration.ZERO, List.of(), List.of(), Duration.ZERO);

    public Care {
        orElse = List.copyOf(orElse);
        later = later.stream().map(List::copyOf).toList();
    }

    /** With nobody after {@code orElse}. */
    public Care(Duration within, List<MemberId> orElse, Duration batch) {
        this(within, orElse, List.of(), batch);
    }

    /** How often it is handed on. */
    public int turns() {
        return orElse.isEmpty() ? 0 : 1 + later.size();
    }

    /** Whether somebody may come to know of it later. */
    public boolean reaches(MemberId member) {
        return orElse.contains(member) || later.stream().anyMatch(group -> group.contains(member));
    }
}
