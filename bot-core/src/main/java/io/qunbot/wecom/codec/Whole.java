package io.qunbot.wecom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text that is parted must not be torn in. */
public enum Whole {

    /** What a reader takes for one character, such as a family of emoji. */
    CHARACTERS("(?!)"),

    /** Links, mentions, coloured, bold and code words of WeCom's markdown, too. */
    MARKDOWN(
            "!?\\[[^\\]\\n]*\\]\\([^)\\s]*\\)|<font [^>]*>[^<]*</font>|<[^<>\\n]{1,200}>|`[^`\\n]+`|\\*\\*[^*\\n]+\\*\\*");

    private final Pattern spans;

    Whole(String spans) {
        this.spans = Pattern.compile(spans);
    }

    Seams seams(String text) {
        List<Seams.Span> found = new ArrayList<>();
        Matcher matcher = spans.matcher(text);
        while (matcher.find()) {
            found.add(new Seams.Span(matcher.start(), matcher.end()));
        }
        return new Seams(text, found);
    }
}
