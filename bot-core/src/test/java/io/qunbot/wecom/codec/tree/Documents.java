package io.qunbot.wecom.codec.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Documents out of a seeded generator: near enough to WeCom's to be read, odd enough to be hard. */
public final class Documents {

    private static final String[] NAMES = {"xml", "Content", "MsgId", "Location_X", "a", "Item"};
    private static final String[] WORDS = {"发票怎么开", " ", "", "😀", "<![CDATA[", "]]>", "&amp;", "&", "]]", ">", "1",
            "\r\n", "\n", "\t", "\u0001", "￥", "\uFFFD", "<b/>", "<!-- c -->", "</a>", "/", "\0", "é"};

    private Documents() {}

    public static String xml(Random random) {
        return blank(random) + element(random, 0) + blank(random);
    }

    /** The bytes, one time in two with one to three of them changed, dropped or cut off. */
    public static byte[] mutated(String document, Random random) {
        byte[] bytes = document.getBytes(UTF_8);
        for (int changes = random.nextInt(4) * random.nextInt(2); changes > 0 && bytes.length > 1; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = bytes[random.nextInt(bytes.length)];
                default -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(20) == 0 ? at : bytes.length);
            }
        }
        return bytes;
    }

    private static String element(Random random, int depth) {
        String name = NAMES[random.nextInt(NAMES.length)];
        return "<" + name + ">" + inside(random, depth) + "</" + name + ">";
    }

    private static String inside(Random random, int depth) {
        int choice = random.nextInt(10);
        if (depth < 4 && choice < 5) {
            StringBuilder children = new StringBuilder(blank(random));
            for (int i = random.nextInt(4); i >= 0; i--) {
                children.append(element(random, depth + 1)).append(blank(random));
            }
            return children.toString();
        }
        return choice < 8 ? "<![CDATA[" + words(random) + "]]>" : words(random);
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            // plain words far more often than odd ones, or no document would ever be well-formed
            words.append(WORDS[random.nextInt(5) == 0 ? random.nextInt(WORDS.length) : random.nextInt(4)]);
        }
        return words.toString();
    }

    private static String blank(Random random) {
        return random.nextInt(3) == 0 ? "\n " : "";
    }
}
