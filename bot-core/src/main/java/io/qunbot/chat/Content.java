package io.qunbot.chat;

import java.util.List;
import java.util.stream.Collectors;

/** What a message holds. */
public sealed interface Content
        permits Content.Text, Content.Voice, Content.Image, Content.Video, Content.File, Content.Location, Content.Link,
        Content.Mixed, Content.Unknown, Shared {

    /** The content in words, as a reader of the archive sees it; never empty. */
    String text();

    /**
     * What a person wrote or said, without stand-ins for pictures and files; empty when there is
     * none.
     */
    default String words() {
        return "";
    }

    record Text(String text) implements Content {
        @Override
        public String words() {
            return text;
        }
    }

    /** A voice message; {@code words} is what WeCom understood of it, empty when it did not. */
    record Voice(String words, String reference) implements Content {
        @Override
        public String text() {
            return words.isEmpty() ? "[语音]" : "[语音] " + words;
        }
    }

    /** A picture. {@code reference} is where its bytes are, a URL or a media id; may be empty. */
    record Image(String reference) implements Content {
        @Override
        public String text() {
            return "[图片]";
        }
    }

    /** A film. {@code reference} is where its bytes are, a URL or a media id; may be empty. */
    record Video(String reference) implements Content {
        @Override
        public String text() {
            return "[视频]";
        }
    }

    /** A file. {@code name} and {@code reference}, a URL or a media id, may be empty. */
    record File(String name, String reference) implements Content {
        @Override
        public String text() {
            return name.isEmpty() ? "[文件]" : "[文件] " + name;
        }
    }

    /** A place on the map; degrees north and east. */
    record Location(String label, double latitude, double longitude) implements Content {
        @Override
        public String text() {
            return "[位置] " + label;
        }
    }

    record Link(String title, String description, String url) implements Content {
        @Override
        public String text() {
            return "[链接] " + title;
        }
    }

    /** Words and pictures in one message, in order. */
    record Mixed(List<Content> parts) implements Content {
        public Mixed {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream().map(Content::text).collect(Collectors.joining(" "));
        }

        @Override
        public String words() {
            return parts.stream().map(Content::words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        }
    }

    /** A kind of message this version does not know; its bytes are in the journal. */
    record Unknown(String type) implements Content {
        @Override
        public String text() {
            return "[" + type + "]";
        }
    }
}
