package io.qunbot.plugins.topics;

import io.qunbot.plugin.Tell;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is done at the topic's time, or a while before or after it. */
@Doc(zh = "一个步骤", en = "a step")
public record Step(
        @Doc(zh = "提前多久", en = "how long before") Optional<Duration> before,
        @Doc(zh = "之后多久", en = "how long after") Optional<Duration> after,
        @Doc(zh = "说什么;写成列表时轮流说其中一句", en = "what to say; of a list, one in turn") List<Located<Saying>> say,
        @Doc(zh = "告诉同事什么", en = "what to tell colleagues") Optional<Tell> tell,
        @Doc(zh = "由哪个岗位过目后发出", en = "the post that confirms the words before they are said") Optional<Located<String>> by,
        @Doc(zh = "说完以后收集大家的回复", en = "collects what members say afterwards") Optional<Ask> ask) {

    static final Step NOTHING = new Step(Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
            Optional.empty(), Optional.empty());

    public Step {
        say = List.copyOf(say);
    }

    /** How long after the topic's time; negative before it. */
    Duration offset() {
        return before.map(Duration::negated).orElseGet(() -> after.orElse(Duration.ZERO));
    }

    /** Its name within the topic, which stays when other steps come and go; empty at the topic's own time. */
    String key() {
        return before.map(time -> "-" + Durations.print(time))
                .orElseGet(() -> after.map(time -> "+" + Durations.print(time)).orElse(""));
    }
}
