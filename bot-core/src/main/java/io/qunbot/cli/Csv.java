package io.qunbot.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of a table as spreadsheets read them. */
final class Csv {

    /** What a spreadsheet takes for a formula, in either width, whatever invisible stands before it. */
    private static final Pattern FORMULA = Pattern
            .compile("(?s)([\\s\\p{C}\\p{Z}]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]).*");
    private static final Pattern SPECIAL = Pattern.compile("[\",;\\s]");

    private Csv() {}

    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    /** One that a spreadsheet would take for a formula is led by an apostrophe. */
    static String cell(String text) {
        String clean = text.replace("\0", "");
        String safe = FORMULA.matcher(clean).matches() ? "'" + clean : clean;
        return SPECIAL.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
