package io.qunbot.profile;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Planned;

/** How far the bot may go in a profile's groups. */
@Planned("draft")
public enum Mode {
    @Doc(zh = "只记录本来会说什么,一句也不说", en = "only records what it would say")
    WATCH,
    @Doc(zh = "能自己说的自己说", en = "speaks for itself wherever the channel lets it")
    AUTO
}
