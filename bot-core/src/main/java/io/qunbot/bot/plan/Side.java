package io.qunbot.bot.plan;

import io.qunbot.chat.Directory;
import io.qunbot.chat.Reach;
import io.qunbot.dispatch.Replay;
import io.qunbot.profile.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the two books, and what it says to everything. For one thread. */
final class Side {

    private static final Duration AFTERMATH = Duration.ofHours(1);

    private final Replay replay;
    /** By the number of the message. */
    private final Map<Long, List<Replay.Uttered>> uttered = new HashMap<>();
    private final Map<String, Peaks> peaks = new HashMap<>();
    private final Nights nights = new Nights();
    private Instant last = Instant.EPOCH;

    Side(RuleBook book, Directory directory, Reach reach) {
        replay = new Replay(book, directory, reach);
    }

    void run(List<Recorded> part) {
        for (Recorded each : part) {
            replay.happens(each.seq(), each.event(), each.firstName(), each.at());
            last = each.at();
            take();
        }
    }

    /** What was under way when the archive ends comes to its end. */
    void end() {
        replay.ring(last.plus(AFTERMATH));
        take();
    }

    private void take() {
        for (Replay.Uttered each : replay.take()) {
            uttered.computeIfAbsent(each.cause(), _ -> new ArrayList<>(1)).add(each);
            if (each.who().isEmpty()) {
                peaks.computeIfAbsent(each.chat().id().value(), _ -> new Peaks()).add(each.at());
            } else {
                nights.add(each);
            }
        }
    }

    String profile(Recorded each) {
        return replay.profileOf(each.event().chat(), each.firstName()).id();
    }

    /** The numbers of the messages about which something is said. */
    Set<Long> spoken() {
        return uttered.keySet();
    }

    List<Plan.Words> words(long seq) {
        return uttered.getOrDefault(seq, List.of()).stream()
                .map(each -> new Plan.Words(each.who(), each.rule(), each.text())).toList();
    }

    Peaks peaks(String group) {
        return peaks.getOrDefault(group, Peaks.NONE);
    }

    Map<String, Peaks> peaks() {
        return peaks;
    }

    Nights nights() {
        return nights;
    }
}
