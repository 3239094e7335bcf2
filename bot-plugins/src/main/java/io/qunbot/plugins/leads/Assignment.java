package io.qunbot.plugins.leads;

import io.qunbot.chat.LaneId;
import java.util.Arrays;
import java.util.List;

/**
 * Whose turn it is, asked of the profile's lane and answered on the member's.
 *
 * @param lane the member's
 * @param accounts who was asked already; in the answer who gets it, nobody when all were
 */
record Assignment(LaneId lane, List<String> accounts) {

    static final String ASK = "assign";
    static final String ANSWER = "assigned";
    private static final String BETWEEN = "\t";

    Assignment {
        accounts = List.copyOf(accounts);
    }

    static Assignment of(String payload) {
        List<String> parts = Arrays.asList(payload.split(BETWEEN, -1));
        return new Assignment(new LaneId(parts.getFirst()),
                parts.subList(1, parts.size()).stream().filter(account -> !account.isEmpty()).toList());
    }

    String payload() {
        return lane.value() + BETWEEN + String.join(BETWEEN, accounts);
    }
}
