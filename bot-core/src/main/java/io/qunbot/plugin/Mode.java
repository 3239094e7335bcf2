package io.qunbot.plugin;

import io.qunbot.chat.Autonomy;
import io.qunbot.yaml.Doc;

/** How far the bot may go by itself: in a profile's groups, or by one rule. */
public enum Mode {
    @Doc(zh = "只记录本来会说什么,一句也不说", en = "only records what it would say")
    WATCH(Autonomy.WATCH),
    @Doc(zh = "一律先给同事看,由同事发出", en = "everything goes to a colleague first, who sends it")
    DRAFT(Autonomy.DRAFT),
    @Doc(zh = "能自己说的自己说", en = "speaks for itself wherever the channel lets it")
    AUTO(Autonomy.AUTO);

    private final Autonomy autonomy;

    Mode(Autonomy autonomy) {
        this.autonomy = autonomy;
    }

    /** How far words may go by it. */
    public Autonomy autonomy() {
        return autonomy;
    }
}
