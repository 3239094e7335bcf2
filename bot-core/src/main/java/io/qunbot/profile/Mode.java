package io.qunbot.profile;

import io.qunbot.yaml.Doc;

/** How far the bot may go in a profile's groups. */
public enum Mode {
    @Doc(zh = "只记录本来会说什么,一句也不说", en = "only records what it would say")
    WATCH, @Doc(zh = "能自己说的自己说", en = "speaks for itself wherever the channel lets it")
    AUTO
}
