package io.qunbot.ranking;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a model's file says, by name. Immutable. */
final class Coefficients {

    private final Map<String, String> lines;

    private Coefficients(Map<String, String> lines) {
        this.lines = lines;
    }

    /** @param text lines of a name, a blank and what belongs to it; those that begin with # don't count */
    static Coefficients parse(String text) {
        Map<String, String> byName = new HashMap<>();
        for (String line : text.lines().toList()) {
            int blank = line.indexOf(' ');
            if (blank > 0 && !line.startsWith("#")) {
                byName.put(line.substring(0, blank), line.substring(blank + 1));
            }
        }
        return new Coefficients(byName);
    }

    /** @param resource a file beside this package */
    static Coefficients shipped(String resource) {
        return parse(new String(Resource.bytes(resource), StandardCharsets.UTF_8));
    }

    private String find(String name) {
        String line = lines.get(name.toLowerCase(Locale.ROOT));
        if (line == null) {
            throw new IllegalArgumentException("the model does not name " + name);
        }
        return line;
    }

    double number(String name) {
        return Double.parseDouble(find(name));
    }

    Curve curve(Enum<?> feature) {
        return Curve.parse(find(feature.name()));
    }
}
