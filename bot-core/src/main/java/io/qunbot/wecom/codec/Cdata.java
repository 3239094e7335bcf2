package io.qunbot.wecom.codec;

/** Words as XML takes them. */
final class Cdata {

    private Cdata() {}

    static String of(String words) {
        return "<![CDATA[" + legal(words).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static String legal(String words) {
        if (words.chars().noneMatch(Cdata::isForbidden)) {
            return words;
        }
        return words.chars().filter(each -> !isForbidden(each))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Characters that no XML may hold, not even escaped. */
    private static boolean isForbidden(int each) {
        return (each < 0x20 && each != '\t' && each != '\n' && each != '\r') || each == 0xFFFE || each == 0xFFFF;
    }
}
