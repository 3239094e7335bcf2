package io.qunbot.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.MemberId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseTest {

    private static final MemberId LI = new MemberId("wm1");
    private static final MemberId HAN = new MemberId("wm2");
    private static final MemberId WANG = new MemberId("wm3");

    @Test
    void whoIsListedIsNotCountedOnceMore() {
        Pulse pulse = new Pulse();
        pulse.joined(List.of(LI), 2, 0);
        pulse.listed(LI, 0);
        pulse.listed(HAN, 0);

        assertThat(pulse.joined()).isEqualTo(2);
        assertThat(pulse.joinedOn(0)).isEqualTo(2);
        assertThat(pulse.newcomers()).containsExactlyInAnyOrder(LI, HAN);
    }

    @Test
    void whoCameWithoutAnEventCounts() {
        Pulse pulse = new Pulse();
        pulse.listed(WANG, 3);
        pulse.listed(WANG, 3);

        assertThat(pulse.joined()).isEqualTo(1);
        assertThat(pulse.joinedOn(3)).isEqualTo(1);
    }
}
