package io.qunbot.plugin;

import io.qunbot.chat.Content;
import io.qunbot.chat.Shared;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;

/** What a message is, apart from what its words mean. */
public enum MessageForm {
    @Doc(zh = "人自己打的字", en = "words a person typed")
    @Key({"文字", "words"})
    WORDS,
    @Doc(zh = "接龙名单", en = "a sign-up chain that people pass on")
    @Key({"接龙", "chain"})
    CHAIN,
    @Doc(zh = "红包和转账", en = "a red packet or a transfer")
    @Key({"红包", "red-packet"})
    RED_PACKET,
    @Doc(zh = "转发的聊天记录", en = "a forwarded conversation")
    @Key({"聊天记录", "record"})
    RECORD,
    @Doc(zh = "转发的文章和链接", en = "a forwarded article or link")
    @Key({"转发文章", "链接", "article"})
    ARTICLE,
    @Doc(zh = "只有表情", en = "stickers and emoji only")
    @Key({"表情", "sticker"})
    STICKER,
    @Doc(zh = "拍一拍", en = "a nudge")
    @Key({"拍一拍", "nudge"})
    NUDGE,
    @Doc(zh = "小程序", en = "a mini program")
    @Key({"小程序", "mini-program"})
    MINI_PROGRAM,
    @Doc(zh = "图片、视频、文件、位置、名片", en = "a picture, film, file, place or card")
    @Key({"文件", "file"})
    FILE;

    public static MessageForm of(Content content) {
        return switch (content) {
            case Content.Text(String text) -> ofText(text);
            case Content.Voice voice -> voice.words().isEmpty() ? FILE : WORDS;
            case Content.Mixed mixed -> mixed.words().isEmpty() ? FILE : ofText(mixed.words());
            case Content.Link _ -> ARTICLE;
            case Content.Unknown(String type) -> ofType(type);
            case Content.Image _,Content.Video _,Content.File _,Content.Location _ -> FILE;
            case Shared shared -> ofShared(shared);
        };
    }

    private static MessageForm ofShared(Shared shared) {
        return switch (shared) {
            case Shared.Sticker _ -> STICKER;
            case Shared.MiniProgram _ -> MINI_PROGRAM;
            case Shared.Transcript _ -> RECORD;
            case Shared.Document _,Shared.Film _ -> ARTICLE;
            default -> FILE;
        };
    }

    private static MessageForm ofText(String typed) {
        String text = typed.strip();
        if (text.startsWith("[")) {
            return ofLabel(text.substring(1, Math.max(1, text.indexOf(']'))), text);
        }
        if (text.startsWith("#接龙") || text.startsWith("\uff03接龙") || text.startsWith("接龙:")
                || text.startsWith("接龙\uff1a")) {
            return CHAIN;
        }
        if (text.startsWith("我拍了拍") || (text.contains("拍了拍") && text.startsWith("\""))) {
            return NUDGE;
        }
        String firstLine = text.lines().findFirst().orElse("");
        if (firstLine.endsWith("的聊天记录") && text.length() > firstLine.length()) {
            return RECORD;
        }
        return ofWords(text);
    }

    private static MessageForm ofWords(String text) {
        boolean address = text.contains("http://") || text.contains("https://");
        if (address && text.startsWith("转")) {
            return ARTICLE;
        }
        if (!Normalizer.words(text).isEmpty()) {
            return WORDS;
        }
        return address ? ARTICLE : STICKER;
    }

    /** The labels that clients and archives put where a text cannot show the thing itself. */
    private static MessageForm ofLabel(String label, String text) {
        return switch (label) {
            case "接龙" -> CHAIN;
            case "红包", "转账", "微信红包", "企业微信红包" -> RED_PACKET;
            case "聊天记录" -> RECORD;
            case "链接", "转发文章", "文章", "公众号文章", "视频号" -> ARTICLE;
            case "动画表情" -> STICKER;
            case "拍一拍" -> NUDGE;
            case "小程序" -> MINI_PROGRAM;
            case "图片", "视频", "文件", "位置", "名片", "语音" -> FILE;
            default -> ofWords(text);
        };
    }

    /** The session archive's names of message types. */
    private static MessageForm ofType(String type) {
        return switch (type) {
            case "redpacket", "external_redpacket" -> RED_PACKET;
            case "chatrecord" -> RECORD;
            case "link", "news", "sphfeed" -> ARTICLE;
            case "emotion" -> STICKER;
            case "weapp", "miniprogram" -> MINI_PROGRAM;
            default -> FILE;
        };
    }
}
