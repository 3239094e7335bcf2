package io.qunbot.plugins.leads;

import io.qunbot.yaml.Doc;
import java.time.Duration;

/** How points go. */
@Doc(zh = "久了没有新的依据就减分", en = "how points go when nothing new comes")
public record Decay(
        @Doc(zh = "这么久没有加分就减一次,之后每隔这么久再减", en = "after so long without new points, and as often again") Duration after,
        @Doc(zh = "一次减几分,最早的依据先减", en = "so many points each time, of the oldest evidence first") int by) {}
