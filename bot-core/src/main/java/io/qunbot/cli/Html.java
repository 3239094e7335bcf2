package io.qunbot.cli;

/** What a page for people is made of. */
final class Html {

    private static final int REPLACEMENT = 0xFFFD;

    private Html() {}

    /** A text that is nothing but text, in an element as in an attribute. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(point, safe));
        return safe.toString();
    }

    private static void append(int point, StringBuilder safe) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isShown(point) ? point : REPLACEMENT);
        }
    }

    /** Neither controls nor halves of characters, nor what turns the direction of the text that follows. */
    private static boolean isShown(int point) {
        boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return point == '\n' || point == '\t' || !(Character.isISOControl(point) || turns
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    static String style() {
        return """
                :root { color-scheme: light; }
                body { font: 15px/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0 auto;
                  max-width: 46em; padding: 1em; background: #ededed; color: #111; }
                header p, footer p { color: #555; }
                h2 { margin: 2em 0 0; padding: .4em 0; border-bottom: 2px solid #888; }
                h3 { text-align: center; font-size: 13px; color: #555; margin: 1.5em 0 .5em; }
                small, time { color: #777; font-size: 12px; font-weight: normal; }
                article { margin: .6em 4em .6em 0; break-inside: avoid; }
                article.same { margin-top: .2em; }
                article p { margin: 0; }
                .text { display: inline-block; background: #fff; border-left: 4px solid #999; border-radius: 6px;
                  padding: .4em .7em; white-space: pre-wrap; overflow-wrap: anywhere; }
                .bot { margin: .6em 0 .6em 4em; text-align: right; }
                .bot .text { background: #d6f5c4; border-left: 0; border-right: 4px solid #4a9e28; text-align: left; }
                .origin { font-size: 12px; color: #555; }
                .recalled .text { color: #888; text-decoration: line-through; }
                em { color: #b00020; font-style: normal; font-size: 12px; }
                i { font-size: 12px; color: #555; }
                .c0 .text { border-color: #4477aa; } .c1 .text { border-color: #ee6677; }
                .c2 .text { border-color: #228833; } .c3 .text { border-color: #ccbb44; }
                .c4 .text { border-color: #66ccee; } .c5 .text { border-color: #aa3377; }
                .c6 .text { border-color: #dd7711; } .c7 .text { border-color: #555599; }
                @media print { body { background: #fff; max-width: none; font-size: 11px; }
                  .text { border: 1px solid #999; border-left-width: 4px; } h2 { break-before: page; } h3 { break-after: avoid; }
                  h2:first-child { break-before: auto; } }
                """;
    }
}
