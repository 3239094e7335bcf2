package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a callback address, empty where one is missing. One character stands for one
 * byte of what was sent: bytes are what is signed.
 */
record Query(String signature, String timestamp, String nonce, String echo) {

    private static final Set<String> NAMES = Set.of("msg_signature", "timestamp", "nonce", "echostr");

    /** Reads what follows the question mark; empty when a parameter comes twice or an escape is broken. */
    static Optional<Query> parse(String query) {
        Map<String, String> found = HashMap.newHashMap(NAMES.size());
        int end;
        for (int start = 0; start < query.length(); start = end + 1) {
            end = endOfPair(query, start);
            int equals = query.indexOf('=', start);
            String name = equals < 0 || equals > end ? "" : query.substring(start, equals);
            if (NAMES.contains(name) && found.put(name, query.substring(equals + 1, end)) != null) {
                return Optional.empty();
            }
        }
        return unescaped(found);
    }

    /** What an encrypted text is signed with here. */
    Sealed sealed(String encrypt) {
        return new Sealed(signature, timestamp, nonce, encrypt);
    }

    private static int endOfPair(String query, int start) {
        int end = query.indexOf('&', start);
        return end < 0 ? query.length() : end;
    }

    private static Optional<Query> unescaped(Map<String, String> found) {
        try {
            return Optional.of(new Query(value(found, "msg_signature"), value(found, "timestamp"),
                    value(found, "nonce"), value(found, "echostr")));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // the JDK's way to name a broken escape
        }
    }

    /** A plus sign stays one: base64 is full of them, and not every sender escapes it. */
    private static String value(Map<String, String> found, String name) {
        String value = found.getOrDefault(name, "");
        return value.indexOf('%') < 0 ? value : URLDecoder.decode(value.replace("+", "%2B"), ISO_8859_1);
    }
}
