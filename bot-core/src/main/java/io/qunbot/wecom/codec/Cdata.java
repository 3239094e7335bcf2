package io.qunbot.wecom.codec;

import java.util.regex.Pattern;

/** Words as XML takes them. */
final class Cdata {

    /** Characters that no XML may hold, not even escaped. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private Cdata() {}

    static String of(String words) {
        String legal = FORBIDDEN.matcher(words).replaceAll("");
        return "<![CDATA[" + legal.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
