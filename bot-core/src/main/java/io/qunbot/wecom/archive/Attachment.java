package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.wecom.codec.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture, a film or a file that a message holds, which is fetched by itself (document 91774, GetMediaData).
 *
 * @param file what WeCom is asked for it by
 * @param type {@code image}, {@code voice}, {@code video}, {@code file}, {@code emotion} or {@code call}
 * @param name as whoever sent it called it; may be empty
 * @param md5 of its content, in hex; empty when WeCom does not say
 * @param size in bytes; 0 when WeCom does not say
 */
public record Attachment(String file, String type, String name, String md5, long size) {

    private static final int MOST_DEEP = 8;
    private static final int MOST = 200;
    private static final String RECORD = "chatrecord";
    private static final List<String> SIZES = List.of("filesize", "imagesize", "voicesize");

    /** What a message of the archive holds, in the order in which it stands there. */
    public static List<Attachment> of(byte[] payload) {
        List<Attachment> found = new ArrayList<>();
        Node.read(payload).ifPresent(document -> {
            Node inner = document.child("message");
            Node message = inner.children().isEmpty() ? document : inner;
            look(message, message.text("msgtype"), 0, found);
        });
        return List.copyOf(found);
    }

    private static void look(Node node, String type, int depth, List<Attachment> found) {
        if (depth > MOST_DEEP || found.size() >= MOST) {
            return;
        }
        if (!node.text("sdkfileid").isEmpty()) {
            found.add(attachment(node, type));
        }
        for (Node child : node.children()) {
            if (!child.children().isEmpty()) {
                look(child, child.name().equals("item") ? kind(child.text("type"), type) : type, depth + 1, found);
            } else if (child.name().equals("content")) { // what is inside of a mixed message is JSON in a string
                packed(child).ifPresent(inside -> look(inside, type, depth + 1, found));
            }
        }
    }

    private static Optional<Node> packed(Node content) {
        byte[] text = content.text().getBytes(UTF_8);
        return Node.isJson(text) ? Node.read(text) : Optional.empty();
    }

    private static String kind(String written, String outer) {
        String kind = written.toLowerCase(Locale.ROOT);
        String bare = kind.startsWith(RECORD) ? kind.substring(RECORD.length()) : kind;
        return bare.isEmpty() ? outer : bare;
    }

    private static Attachment attachment(Node node, String type) {
        String md5 = node.text("md5sum").toLowerCase(Locale.ROOT);
        return new Attachment(node.text("sdkfileid"), typed(type), node.text("filename"),
                md5.matches("[0-9a-f]{32}") ? md5 : "", SIZES.stream().map(node::text).flatMap(Attachment::number)
                        .findFirst().orElse(0L));
    }

    private static Stream<Long> number(String digits) {
        return digits.matches("[0-9]{1,15}") ? Stream.of(Long.parseLong(digits)) : Stream.empty();
    }

    private static String typed(String type) {
        return switch (type) {
            case "image", "voice", "video", "emotion" -> type;
            case "meeting_voice_call", "voip_doc_share", "voiptext" -> "call";
            default -> "file";
        };
    }
}
