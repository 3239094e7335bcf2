package io.qunbot.plugins.welcome;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.Optional;

/** What newcomers and the group do together. */
@Doc(zh = "新人和大家一起做的事", en = "what newcomers and the group do together")
public record Ritual(
        @Doc(zh = "自我介绍", en = "introductions") Optional<Located<Introduce>> introduce) {}
