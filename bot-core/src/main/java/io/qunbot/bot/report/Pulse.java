package io.qunbot.bot.report;

import io.qunbot.chat.MemberId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What went on in one conversation within some days. Not thread-safe. */
public final class Pulse {

    private long messages;
    private long colleagues;
    private long left;
    private final Set<MemberId> speakers = new HashSet<>();
    private final Set<MemberId> newcomers = new HashSet<>();
    private long unnamed;
    private final Map<Integer, long[]> days = new HashMap<>();

    void said(MemberId by, boolean colleague, int day) {
        if (colleague) {
            colleagues++;
        } else {
            messages++;
            speakers.add(by);
            day(day)[0]++;
        }
    }

    void joined(Collection<MemberId> members, int count, int day) {
        newcomers.addAll(members);
        unnamed += Math.max(0, count - members.size());
        day(day)[1] += count;
    }

    /** Who is listed as having come: by name what was only counted, or what no event told of. */
    void listed(MemberId member, int day) {
        if (!newcomers.add(member)) {
            return;
        }
        if (unnamed > 0) {
            unnamed--;
        } else {
            day(day)[1]++;
        }
    }

    void left(int count, int day) {
        left += count;
        day(day)[2] += count;
    }

    private long[] day(int day) {
        return days.computeIfAbsent(day, _ -> new long[3]);
    }

    /** What members said. */
    public long messages() {
        return messages;
    }

    /** What colleagues said. */
    public long colleagues() {
        return colleagues;
    }

    public Set<MemberId> speakers() {
        return Set.copyOf(speakers);
    }

    public long left() {
        return left;
    }

    /** Who came, as far as their names are known. */
    public Set<MemberId> newcomers() {
        return Set.copyOf(newcomers);
    }

    public long joined() {
        return newcomers.size() + unnamed;
    }

    /** Messages of members on a day, from 0. */
    public long messagesOn(int day) {
        return on(day, 0);
    }

    public long joinedOn(int day) {
        return on(day, 1);
    }

    public long leftOn(int day) {
        return on(day, 2);
    }

    private long on(int day, int what) {
        long[] figures = days.get(day);
        return figures == null ? 0 : figures[what];
    }
}
