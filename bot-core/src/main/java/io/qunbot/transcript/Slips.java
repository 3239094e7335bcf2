package io.qunbot.transcript;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.Optional;

/** Notes what is wrong with a line; what is wrong is nothing that could be done. */
final class Slips {

    /** What lines look like. */
    static final Words FORM = new Words("例如 \"09:00 李雷: 发票怎么开?\"、\"09:01 bot: *开票*\"、silence until 09:05",
            "such as \"09:00 李雷: …\", \"09:01 bot: *…*\", silence until 09:05");

    private final Problems problems;

    Slips(Problems problems) {
        this.problems = problems;
    }

    <T> Optional<T> line(Place place, Words message, Words help) {
        problems.error(TranscriptCode.LINE.id(), place, message, help);
        return Optional.empty();
    }

    <T> Optional<T> nothingBefore(Place place) {
        problems.error(TranscriptCode.NOTHING_BEFORE.id(), place, TranscriptCode.NOTHING_BEFORE.description(),
                new Words("把它放在一条消息或一次进群的后面", "put it behind a message or a join"));
        return Optional.empty();
    }

    <T> Optional<T> time(Place place) {
        problems.error(TranscriptCode.TIME.id(), place,
                new Words("看不懂这个时间", "this is no time"),
                new Words("照这样写: 09:00、09:00:30、12-04 08:30", "write it like this: 09:00, 09:00:30, 12-04 08:30"));
        return Optional.empty();
    }
}
