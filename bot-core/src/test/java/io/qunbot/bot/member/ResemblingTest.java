package io.qunbot.bot.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResemblingTest {

    private static final Map<String, String> NAMES = Map.of("wm1", "陳國強🌟", "wm2", "陈国强(城南店)", "wm3", "Lily Chen",
            "wm4", "👍👍", "zhou.min", "zhou.min");

    private static List<String> like(String asked) {
        return new Resembling(NAMES).like(asked).map(Map.Entry::getKey).toList();
    }

    @Test
    void aNameIsTheSameInAnyScriptWidthAndWithWhateverDecoratesIt() {
        assertThat(new Resembling(NAMES).same("陈国强")).containsExactly("wm1");
        assertThat(new Resembling(NAMES).same("LILY chen")).containsExactly("wm3");
        assertThat(new Resembling(NAMES).same("👍")).isEmpty();
    }

    @Test
    void partsOfNamesAndIdsAreAlike() {
        assertThat(like("国强")).containsExactly("wm1", "wm2");
        assertThat(like("ZHOU")).containsExactly("zhou.min");
        assertThat(like("👍")).containsExactly("wm4");
        assertThat(like("王")).isEmpty();
    }
}
