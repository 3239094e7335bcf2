package io.qunbot.plugins.lifecycle;

import io.qunbot.yaml.Doc;

/** What happens when somebody should go back to an earlier stage. */
enum Back {
    @Doc(zh = "问负责的同事,同意了才往回走", en = "the colleague in charge is asked first")
    ASK,
    @Doc(zh = "从不往回走", en = "nobody ever goes back")
    NEVER,
    @Doc(zh = "直接往回走", en = "they just go back")
    FREE
}
