package io.qunbot.plugins.lifecycle;

import io.qunbot.plugin.Tell;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.Optional;

/** What moves somebody to a stage. */
@Doc(zh = "一种走法", en = "what moves somebody to a stage")
public record Move(
        @Doc(zh = "走到哪个阶段", en = "the stage") Located<String> to,
        @Doc(zh = "什么时候;写到的都要满足,其中至少一样是刚刚发生的", en = "when: all together, and at least one of them just happened") Located<When> when,
        @Doc(zh = "告诉同事什么", en = "what to tell colleagues") Optional<Tell> tell,
        @Doc(zh = "请进另一种群", en = "an invitation into groups of another profile") Optional<Located<Invite>> invite) {}
