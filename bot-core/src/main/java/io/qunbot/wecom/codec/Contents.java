package io.qunbot.wecom.codec;

import io.qunbot.chat.Content;
import io.qunbot.wecom.codec.tree.Node;
import java.util.List;

/** What a message holds, read from its fields. */
final class Contents {

    private Contents() {}

    /** Of a message to a self-built application (document 90239). */
    static Content ofApp(String type, Node message) {
        return switch (type) {
            case "text" -> text(message);
            case "image" -> new Content.Image(either(message, "mediaid", "picurl"));
            case "voice" -> new Content.Voice(message.text("recognition"), message.text("mediaid"));
            case "video", "shortvideo" -> new Content.Video(message.text("mediaid"));
            case "file" -> new Content.File(either(message, "filename", "title"), message.text("mediaid"));
            case "location" -> location(message);
            case "link" -> new Content.Link(message.text("title"), message.text("description"), message.text("url"));
            default -> new Content.Unknown(type);
        };
    }

    /** Of a message to a robot of either kind (document 100719 for the intelligent ones). */
    static Content ofRobot(String type, Node message) {
        return switch (type) {
            case "text" -> text(message.child("text"));
            case "image" -> new Content.Image(either(message.child("image"), "imageurl", "url"));
            case "mixed" -> mixed(message);
            case "voice" -> new Content.Voice(message.child("voice").text("content"), "");
            case "file" -> new Content.File(message.child("file").text("filename"), message.child("file").text("url"));
            case "video" -> new Content.Video(message.child("video").text("url"));
            default -> new Content.Unknown(type);
        };
    }

    private static Content text(Node message) {
        String text = message.text("content");
        return text.isEmpty() ? new Content.Unknown("text") : new Content.Text(text);
    }

    private static Content location(Node message) {
        try {
            return new Content.Location(message.text("label"), Double.parseDouble(message.text("locationx")),
                    Double.parseDouble(message.text("locationy")));
        } catch (NumberFormatException _) {
            return new Content.Unknown("location");
        }
    }

    private static Content mixed(Node message) {
        Node parts = message.children("mixedmessage").isEmpty()
                ? message.child("mixed")
                : message.child("mixedmessage");
        List<Content> contents = parts.children("msgitem").stream()
                .map(part -> ofRobot(part.text("msgtype"), part))
                .toList();
        return contents.isEmpty() ? new Content.Unknown("mixed") : new Content.Mixed(contents);
    }

    private static String either(Node message, String first, String second) {
        String text = message.text(first);
        return text.isEmpty() ? message.text(second) : text;
    }
}
