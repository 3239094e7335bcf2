package io.qunbot.plugins.archive;

import io.qunbot.plugin.mask.Mask;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator says about the archive. */
@Doc(zh = "聊天存档", en = "the archive of a conversation")
@Planned({"consent", "forget", "media", "content"})
public record ArchiveSettings(
        @Doc(zh = "存多久,例如 365d;不写就一直保留", en = "how long it stays, such as 365d; without it, for ever") Optional<Located<Duration>> keep,
        @Doc(zh = "给同事的草稿和提醒里、查存档和导出时只露头尾的内容;存的还是原文", en = "what is shown with head and tail only, in drafts, tells and whatever is read of the archive; what is kept stays whole") List<Mask> mask) {
    public ArchiveSettings {
        mask = List.copyOf(mask);
    }
}
