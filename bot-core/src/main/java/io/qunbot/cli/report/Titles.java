package io.qunbot.cli.report;

import io.qunbot.yaml.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What each code stands for, as the page of problem codes says it; the page is on the class path. */
final class Titles {

    private static final String PAGE = "/io/qunbot/docs/problems.md";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\d{3}) \\| (.+?) \\| (.+?) \\|$");

    private Titles() {}

    static Map<String, Words> all() {
        try (InputStream in = Titles.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + PAGE);
            }
            Map<String, Words> titles = new LinkedHashMap<>();
            ROW.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results()
                    .forEach(row -> titles.put(row.group(1), new Words(row.group(2), row.group(3))));
            return titles;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
