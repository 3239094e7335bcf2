package io.qunbot.wecom.codec.tree;

import java.util.List;
import java.util.Optional;

/**
 * An XML element or a JSON member. Repeated elements and the items of an array are siblings of one
 * name.
 *
 * @param text the words in it; empty when it has children
 */
public record Node(String name, String text, List<Node> children) {

    /** Deeper documents are refused: WeCom's own go down to six. */
    static final int MAX_DEPTH = 32;

    private static final Node MISSING = new Node("", "", List.of());

    /** Reads UTF-8 XML or a JSON object; empty when the bytes are neither. */
    public static Optional<Node> read(byte[] document) {
        if (isJson(document)) {
            return JsonTree.read(document);
        }
        return XmlScanner.scan(document).or(() -> StaxTree.read(document));
    }

    /** Whether a document is meant to be JSON, well-formed or not. */
    public static boolean isJson(byte[] document) {
        for (byte each : document) {
            if (each > ' ') {
                return each == '{';
            }
        }
        return false;
    }

    /**
     * The first child of a name, a node without words when there is none.
     *
     * @param key the name in lower case without underscores: WeCom writes one field as
     *            {@code ChatId}, {@code chatid} and {@code chat_id}
     */
    public Node child(String key) {
        for (Node child : children) {
            if (child.isNamed(key)) {
                return child;
            }
        }
        return MISSING;
    }

    /** The children of a name, in order. */
    public List<Node> children(String key) {
        return children.stream().filter(child -> child.isNamed(key)).toList();
    }

    /** The words in the first child of a name, empty when there is none. */
    public String text(String key) {
        return child(key).text;
    }

    private boolean isNamed(String key) {
        int matched = 0;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter == '_') {
                continue;
            }
            if (matched == key.length() || lower(letter) != key.charAt(matched++)) {
                return false;
            }
        }
        return matched == key.length();
    }

    private static char lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
    }
}
