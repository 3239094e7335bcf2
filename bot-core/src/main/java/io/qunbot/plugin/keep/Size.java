package io.qunbot.plugin.keep;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bytes: {@code 800KB}, {@code 50MB}, {@code 10GB}; a step is 1,024. */
@Doc(zh = "大小:800KB、50MB、10GB", en = "a size: 800KB, 50MB, 10GB")
@Written(pattern = Size.FORM, examples = {"50MB", "10GB"})
public record Size(long bytes) {

    /** What such a text looks like. */
    static final String FORM = "[0-9]{1,6} ?([KkMmGgTt]?[Bb]|[KkMmGgTt])";

    private static final Pattern PARTS = Pattern.compile("([0-9]{1,6}) ?([KMGT]?)B?");
    private static final String UNITS = "KMGT";
    private static final int STEP = 1024;

    public static Size parse(String text) {
        Matcher parts = PARTS.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!text.strip().matches(FORM) || !parts.matches()) {
            throw new Mistake(new Words("“" + text + "” 不是大小", "\"" + text + "\" is no size"),
                    new Words("照这样写: 800KB、50MB、10GB", "write it like this: 800KB, 50MB, 10GB"));
        }
        long bytes = Long.parseLong(parts.group(1));
        int unit = parts.group(2).isEmpty() ? 0 : UNITS.indexOf(parts.group(2)) + 1;
        for (int step = 0; step < unit; step++) {
            bytes *= STEP;
        }
        return new Size(bytes);
    }

    /** A size as people write it, {@code 1.5 MB}. */
    public static String print(long bytes) {
        double shown = bytes;
        int unit = 0;
        while (shown >= STEP && unit < UNITS.length()) {
            shown /= STEP;
            unit++;
        }
        return unit == 0
                ? bytes + " B"
                : String.format(Locale.ROOT, "%.1f %sB", shown, UNITS.charAt(unit - 1));
    }

    @Override
    public String toString() {
        return print(bytes);
    }
}
