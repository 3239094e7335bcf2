package io.qunbot.bot.archive.media;

import io.qunbot.plugin.keep.Size;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Shorthand;

/** How much room the media of all conversations may have. */
@Shorthand("budget")
@Doc(zh = "图片、视频、文件一共占多少地方", en = "how much room pictures, films and files may have")
public record MediaConfig(
        @Doc(zh = "一共最多多少;满了就先去掉最旧的", en = "how much at most; the oldest go first when it is full") @Default("10GB") Size budget) {}
