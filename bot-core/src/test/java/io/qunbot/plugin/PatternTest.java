package io.qunbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.text.Line;
import io.qunbot.yaml.Mistake;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void findsWhatWasTyped() {
        assertThat(Pattern.parse("BUG-\\d{3,6}").find(Line.of("@小灶 bug-20418 到哪了"))).contains("bug-20418");
        assertThat(Pattern.parse("發票.号").find(Line.of("发票1號"))).contains("发票1號");
        assertThat(Pattern.parse("BUG-\\d{3,6}").find(Line.of("bug-1"))).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Pattern.parse("我是(.{2,40}")).isInstanceOfSatisfying(Mistake.class,
                mistake -> assertThat(mistake.message().zh()).contains("正则"));
        assertThatThrownBy(() -> Pattern.parse("(?=x)")).isInstanceOf(Mistake.class);
    }
}
