package io.qunbot.wecom.api;

import io.qunbot.chat.GatewayException.Remedy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * WeCom's error codes (document 90313): what helps, and what to do in the words of its console. The table is the
 * resource {@code errors.txt}.
 */
public final class ErrorTable {

    private static final Map<Integer, Meaning> MEANINGS = read();

    private ErrorTable() {}

    /** What a code means. */
    public record Meaning(int code, Remedy remedy, String zh, String en) {
        /** Both languages in one line, for reasons that are kept. */
        public String words() {
            return zh + " (" + en + ")";
        }
    }

    /** Codes that are not in the table are refusals for good. */
    public static Meaning of(int code) {
        Meaning known = MEANINGS.get(code);
        return known != null
                ? known
                : new Meaning(code, Remedy.DROP, "企业微信拒绝了,错误码 " + code, "WeCom refused with code " + code);
    }

    /** All codes that are known. */
    public static Map<Integer, Meaning> all() {
        return MEANINGS;
    }

    private static Map<Integer, Meaning> read() {
        try (InputStream in = ErrorTable.class.getResourceAsStream("errors.txt")) {
            if (in == null) {
                throw new IllegalStateException("this build lacks errors.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ErrorTable::meaning)
                    .collect(Collectors.toUnmodifiableMap(Meaning::code, Function.identity()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Meaning meaning(String line) {
        String[] fields = line.split("\\|", 4);
        return new Meaning(Integer.parseInt(fields[0].strip()), Remedy.valueOf(fields[1].strip()), fields[2].strip(),
                fields[3].strip());
    }
}
