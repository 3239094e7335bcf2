package io.qunbot.plugin.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one member wants to know: one or several messages in a row that are answered as one.
 *
 * @param member who asks
 * @param asked the messages, oldest first; never empty, and only the first and the newest of many
 * @param rules the rules that were meant by them
 * @param urgent since when it is urgent, in milliseconds of the epoch; 0 when it is not
 * @param climb how far colleagues know that nobody answers
 * @param first when it was asked for the first time, in milliseconds of the epoch
 * @param waits whether nobody has answered the newest message
 * @param doubted whether the member asked again after somebody had answered
 */
public record Matter(String member, List<Asked> asked, List<String> rules, long urgent, Climb climb, long first,
        boolean waits, boolean doubted) {

    private static final int MOST = 4;

    public Matter {
        asked = List.copyOf(asked);
        rules = List.copyOf(rules);
    }

    /** Something that nobody has heard of before. */
    public static Matter of(String member, Asked asked) {
        return new Matter(member, List.of(asked), List.of(), 0, Climb.NONE, asked.at(), true, false);
    }

    /** Since when the member waits. */
    public Instant since() {
        return asked.getFirst().time();
    }

    public Asked newest() {
        return asked.getLast();
    }

    /** One message more; what is neither the first nor one of the newest is dropped when there are many. */
    public Matter with(Asked more) {
        List<Asked> all = new ArrayList<>(asked);
        all.add(more);
        if (all.size() > MOST) {
            all.remove(1);
        }
        return with(all);
    }

    /** With these messages instead. */
    public Matter with(List<Asked> others) {
        return new Matter(member, others, rules, urgent, climb, first, waits, doubted);
    }

    /** These rules were meant, too. */
    public Matter meaning(List<String> more) {
        List<String> all = new ArrayList<>(rules);
        more.stream().filter(rule -> !all.contains(rule)).forEach(all::add);
        return new Matter(member, asked, all, urgent, climb, first, waits, doubted);
    }

    /** It is urgent from now on, unless it is already. */
    public Matter urgentSince(Instant time) {
        return new Matter(member, asked, rules, urgent == 0 ? time.toEpochMilli() : urgent, climb, first, waits,
                doubted);
    }

    /** Colleagues know as much of it. */
    public Matter with(Climb other) {
        return new Matter(member, asked, rules, urgent, other, first, waits, doubted);
    }

    /** Somebody answered. */
    public Matter answered() {
        return new Matter(member, asked, rules, 0, climb, first, false, doubted);
    }

    /** The member asks again what was answered. */
    public Matter again(Asked anew) {
        return new Matter(member, List.of(anew), List.of(), 0, Climb.NONE, first, true, true);
    }

    /** The time for settling it is over, and that has been told. */
    public Matter lapsed() {
        return new Matter(member, asked, rules, urgent, climb, since().toEpochMilli(), waits, false);
    }
}
