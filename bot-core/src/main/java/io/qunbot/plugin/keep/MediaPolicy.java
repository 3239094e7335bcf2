package io.qunbot.plugin.keep;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Shorthand;
import java.util.List;

/** Which pictures, films and files of a conversation are kept, and for how long. */
@Shorthand("keep")
@Doc(zh = "图片、视频、文件存不存、存多久", en = "which pictures, films and files are kept, and for how long")
public record MediaPolicy(
        @Doc(zh = "存多久:on 和消息一样久,off 不存,或 90d", en = "how long: on for as long as the message, off for not at all, or 90d") @Default("on") Stay keep,
        @Doc(zh = "只存这几种;不写就都存", en = "only these types; all without it") List<Type> types,
        @Doc(zh = "更大的不存", en = "larger ones are not kept") @Default("100MB") Size largest) {

    /** How it is where nobody decided. */
    public static final MediaPolicy DEFAULT = new MediaPolicy(Stay.WITH_ITS_MESSAGE, List.of(),
            new Size(100L << 20));

    /** What a medium is. */
    public enum Type {
        @Doc(zh = "图片", en = "pictures")
        IMAGE,
        @Doc(zh = "语音", en = "voice messages")
        VOICE,
        @Doc(zh = "视频", en = "films")
        VIDEO,
        @Doc(zh = "文件", en = "files")
        FILE,
        @Doc(zh = "表情", en = "stickers")
        EMOTION,
        @Doc(zh = "通话录音和共享的文件", en = "recordings of calls, and what was shown in them")
        CALL
    }

    public MediaPolicy {
        types = List.copyOf(types);
    }

    /** Whether media of this type are wanted at all. */
    public boolean wants(Type type) {
        return keep.wanted() && (types.isEmpty() || types.contains(type));
    }
}
