package io.qunbot.wecom.codec.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the XML that WeCom really writes, in one pass over the bytes: elements with a CDATA section,
 * with plain words or with elements in them, and nothing else. Whatever is not certain to mean the
 * same to a full parser is left to {@link StaxTree}.
 */
final class XmlScanner {

    private static final byte[] CDATA = "<![CDATA[".getBytes(US_ASCII);
    private static final Node GIVEN_UP = new Node("", "", List.of());

    private final byte[] xml;
    private int at;
    private boolean strange;

    private XmlScanner(byte[] xml) {
        this.xml = xml;
    }

    /** The root element; empty when the document is for a full parser. */
    static Optional<Node> scan(byte[] xml) {
        return new XmlScanner(xml).document();
    }

    private Optional<Node> document() {
        skipBlanks();
        Node root = element(1);
        skipBlanks();
        return strange || at != xml.length ? Optional.empty() : Optional.of(root);
    }

    private Node element(int depth) {
        int start = at + 1;
        int end = endOfName(start);
        if (depth > Node.MAX_DEPTH || peek(0) != '<' || peek(end - at) != '>') {
            return giveUp();
        }
        at = end + 1;
        String name = new String(xml, start, end - start, ISO_8859_1);
        Node node = isAt(CDATA) ? marked(name) : unmarked(name, depth);
        close(start, end);
        return node;
    }

    /** A name that starts with a letter; anything odder ends at its start, where no bracket closes it. */
    private int endOfName(int start) {
        int end = start;
        while (end < xml.length && (isLetter(xml[end]) || (end > start && isDigit(xml[end])))) {
            end++;
        }
        return end;
    }

    private Node marked(String name) {
        at += CDATA.length;
        int from = at;
        while (at < xml.length && !(xml[at] == ']' && peek(1) == ']' && peek(2) == '>')) {
            refuseIllegal();
            at++;
        }
        Node leaf = leaf(name, from);
        at += 3;
        return leaf;
    }

    private Node unmarked(String name, int depth) {
        int from = at;
        skipBlanks();
        if (peek(0) == '<' && peek(1) != '/') {
            return parent(name, depth);
        }
        while (at < xml.length && xml[at] != '<') {
            refuseIllegal();
            strange |= xml[at] == '&' || xml[at] == ']';
            at++;
        }
        return leaf(name, from);
    }

    private Node parent(String name, int depth) {
        List<Node> children = new ArrayList<>();
        while (!strange && peek(1) != '/') {
            children.add(element(depth + 1));
            skipBlanks();
        }
        return new Node(name, "", children);
    }

    private Node leaf(String name, int from) {
        return strange ? giveUp() : new Node(name, new String(xml, from, at - from, UTF_8), List.of());
    }

    private void close(int nameStart, int nameEnd) {
        boolean closes = peek(0) == '<' && peek(1) == '/';
        at += 2;
        for (int i = nameStart; i < nameEnd; i++) {
            closes &= peek(0) == xml[i];
            at++;
        }
        closes &= peek(0) == '>';
        at++;
        strange |= !closes;
    }

    /** What XML forbids, and the carriage return, which a parser rewrites. */
    private void refuseIllegal() {
        byte each = xml[at];
        strange |= (each >= 0 && each < ' ' && each != '\n' && each != '\t')
                || (each == (byte) 0xEF && peek(1) == (byte) 0xBF && (peek(2) & 0xFF) >= 0xBE);
    }

    private void skipBlanks() {
        while (peek(0) == ' ' || peek(0) == '\n' || peek(0) == '\t') {
            at++;
        }
    }

    private Node giveUp() {
        strange = true;
        return GIVEN_UP;
    }

    private boolean isAt(byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (peek(i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** The byte so many further on, NUL behind the end: no XML holds one. */
    private byte peek(int ahead) {
        return at + ahead < xml.length ? xml[at + ahead] : 0;
    }

    private static boolean isLetter(byte each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || each == '_';
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }
}
