package io.qunbot.plugins.topics;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;

/** In which order contents are used. */
public enum Order {
    @Doc(zh = "按写的顺序", en = "as they are written")
    @Key({"in-turn", "顺序"})
    IN_TURN,
    @Doc(zh = "随机,用完一轮才重复", en = "at random, none twice before all were used")
    @Key({"random", "随机"})
    RANDOM
}
