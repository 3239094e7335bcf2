package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Archive;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static Archive.Line line(long seq, String text, String outcome) {
        return new Archive.Line(seq, "2026-12-03T01:00:00Z", "bot", "say", text, outcome, false);
    }

    @Test
    void eachLineIsShownOnceWhateverBecomesOfItAndWhereverItStands() {
        Following following = new Following(List.of(line(1, "甲", "WAITING"), line(2, "乙", "")));

        assertThat(following.fresh(List.of(line(1, "甲", "SENT"), line(1, "晚到的", ""), line(2, "乙", ""),
                line(3, "丙", "")))).extracting(Archive.Line::text).containsExactly("晚到的", "丙");
        assertThat(following.fresh(List.of(line(2, "乙", ""), line(3, "丙", "")))).isEmpty();
    }
}
