package io.qunbot.plugins.archive;

import io.qunbot.plugin.keep.ConsentPolicy;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.keep.MediaPolicy;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import java.time.Duration;
import java.util.Optional;

/** What an operator says about the archive. */
@Doc(zh = "聊天存档", en = "the archive of a conversation")
@Planned({"mask", "forget", "content"})
public record ArchiveSettings(
        @Doc(zh = "存多久,例如 365d;不写就一直保留", en = "how long it stays, such as 365d; without it, for ever") Optional<Located<Duration>> keep,
        @Doc(zh = "客户同意存档吗;不同意的客户说的话怎么办", en = "whether customers have to agree, and what becomes of what the others say") @Default("respected") ConsentPolicy consent,
        @Doc(zh = "图片、视频、文件存不存、存多久", en = "which pictures, films and files are kept, and for how long") @Default("on") MediaPolicy media) {

    Keeping keeping() {
        return new Keeping(consent, media);
    }
}
