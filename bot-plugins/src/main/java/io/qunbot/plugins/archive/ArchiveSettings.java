package io.qunbot.plugins.archive;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import java.time.Duration;
import java.util.Optional;

/** What an operator says about the archive. */
@Doc(zh = "聊天存档", en = "the archive of a conversation")
@Planned({"consent", "mask", "forget", "media", "content"})
public record ArchiveSettings(
        @Doc(zh = "存多久,例如 365d;不写就一直保留", en = "how long it stays, such as 365d; without it, for ever") Optional<Located<Duration>> keep) {}
