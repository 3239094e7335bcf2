package io.qunbot.wecom.codec.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads any well-formed XML without a document type. Characters that XML forbids and bytes that are
 * no UTF-8 become U+FFFD, so that one odd character doesn't hide a whole message.
 */
final class StaxTree {

    private static final char REPLACEMENT = '\uFFFD';

    private StaxTree() {}

    static Optional<Node> read(byte[] xml) {
        try {
            return Optional.of(document(parser(legible(new String(xml, UTF_8)))));
        } catch (XMLStreamException | RuntimeException _) {
            // the JDK's parser throws unchecked exceptions too on some broken documents
            return Optional.empty();
        }
    }

    private static XMLStreamReader parser(String xml) throws XMLStreamException {
        // a factory each: they are not safe for use by several threads
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new StringReader(xml));
    }

    private static Node document(XMLStreamReader reader) throws XMLStreamException {
        // not nextTag(): it would read on past a document type
        int token = reader.next();
        while (token == XMLStreamConstants.COMMENT || token == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            token = reader.next();
        }
        reader.require(XMLStreamConstants.START_ELEMENT, null, null);
        Node root = element(reader, 1);
        while (reader.hasNext()) {
            reader.next();
        }
        return root;
    }

    private static Node element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > Node.MAX_DEPTH) {
            throw new XMLStreamException("nested deeper than " + Node.MAX_DEPTH);
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<Node> children = new ArrayList<>();
        for (int token = reader.next(); token != XMLStreamConstants.END_ELEMENT; token = reader.next()) {
            switch (token) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an unknown entity");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return new Node(name, children.isEmpty() ? text.toString() : "", children);
    }

    private static String legible(String xml) {
        String document = (xml.startsWith("\uFEFF") ? xml.substring(1) : xml).strip();
        if (document.chars().noneMatch(StaxTree::isForbidden)) {
            return document;
        }
        StringBuilder repaired = new StringBuilder(document);
        for (int i = 0; i < repaired.length(); i++) {
            if (isForbidden(repaired.charAt(i))) {
                repaired.setCharAt(i, REPLACEMENT);
            }
        }
        return repaired.toString();
    }

    private static boolean isForbidden(int letter) {
        return (letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r') || letter >= 0xFFFE;
    }
}
