package io.qunbot.plugins.guard;

import io.qunbot.chat.Content;
import io.qunbot.chat.Shared;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import java.util.Optional;
import java.util.stream.Stream;

/** A type of message, as an operator calls it. */
enum Kind {
    @Doc(zh = "链接:转发的文章和网页,也算打在字里的网址", en = "a link: an article or a page, and an address that is typed")
    @Key({"link", "链接"})
    LINK("链接"),
    @Doc(zh = "名片", en = "a person's card")
    @Key({"card", "名片"})
    CARD("名片"),
    @Doc(zh = "小程序", en = "a mini program")
    @Key({"weapp", "小程序"})
    WEAPP("小程序"),
    @Doc(zh = "视频号", en = "something of a WeChat channel")
    @Key({"channel", "视频号"})
    CHANNEL("视频号"),
    @Doc(zh = "图片", en = "a picture")
    @Key({"image", "图片"})
    IMAGE("图片"),
    @Doc(zh = "视频", en = "a film")
    @Key({"video", "视频"})
    VIDEO("视频"),
    @Doc(zh = "文件", en = "a file")
    @Key({"file", "文件"})
    FILE("文件");

    private final String zh;

    Kind(String zh) {
        this.zh = zh;
    }

    /** As colleagues call it, and clients that can't show it. */
    String zh() {
        return zh;
    }

    /** What a message is; empty for words, and for what is none of these. */
    static Optional<Kind> of(Content content) {
        return switch (content) {
            case Content.Link _,Shared.Document _ -> Optional.of(LINK);
            case Shared.NameCard _ -> Optional.of(CARD);
            case Shared.MiniProgram _ -> Optional.of(WEAPP);
            case Shared.Film _ -> Optional.of(CHANNEL);
            case Content.Image _ -> Optional.of(IMAGE);
            case Content.Video _ -> Optional.of(VIDEO);
            case Content.File _ -> Optional.of(FILE);
            case Content.Text(String text) -> labelled(text.strip());
            case Content.Unknown(String type) -> ofType(type);
            default -> Optional.empty();
        };
    }

    /** Clients and archives put a label where a text cannot show the thing itself. */
    private static Optional<Kind> labelled(String text) {
        return Stream.of(values()).filter(kind -> text.startsWith("[" + kind.zh + "]")).findFirst();
    }

    /** The channels' own names of message types. */
    private static Optional<Kind> ofType(String type) {
        return switch (type) {
            case "link", "news" -> Optional.of(LINK);
            case "card" -> Optional.of(CARD);
            case "weapp", "miniprogram" -> Optional.of(WEAPP);
            case "sphfeed" -> Optional.of(CHANNEL);
            default -> Optional.empty();
        };
    }
}
