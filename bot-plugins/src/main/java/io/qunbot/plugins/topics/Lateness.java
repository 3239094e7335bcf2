package io.qunbot.plugins.topics;

import io.qunbot.plugin.Recurrence;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Written;
import java.time.Duration;

/** What becomes of a topic whose time the bot slept over. */
@Doc(zh = "机器人错过了时间怎么办:晚多久之内还说、skip 不补、catch-up-once 补最近一次", en = "how late is not too late, skip, or catch-up-once")
@Written(pattern = Durations.PATTERN, words = {"skip", "catch-up-once"}, examples = {"30m", "2h"})
public record Lateness(Recurrence.Late late) {

    /** A topic that is caught up waits no longer than this. */
    private static final Duration LONGEST = Duration.ofDays(40);
    /** What is not to be late may be late as long as a restart takes. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    static final Lateness USUAL = new Lateness(Recurrence.Late.USUAL);

    public static Lateness parse(String text) {
        return switch (text.strip()) {
            case "skip" -> new Lateness(new Recurrence.Late(SHORTEST, false));
            case "catch-up-once" -> new Lateness(new Recurrence.Late(LONGEST, true));
            default -> new Lateness(new Recurrence.Late(Durations.parse(text.strip()), false));
        };
    }
}
