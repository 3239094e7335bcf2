package io.qunbot.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A whole request.
 *
 * @param path without the query, not decoded
 * @param query behind the {@code ?}, not decoded; empty when there is none
 * @param headers as Netty read them; whoever knows no Netty asks {@link #header}
 * @param from who is connected, which may be a proxy
 */
@SuppressWarnings("ArrayRecordComponent") // the body is read once and never compared
public record Request(String method, String path, String query, HttpHeaders headers, byte[] body, InetAddress from) {

    /** The first header of a name, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The query by name, decoded; of several with one name the first.
     *
     * @throws IllegalArgumentException when the query is not well-formed
     */
    public Map<String, String> parameters() {
        return read(query);
    }

    /** The body, which is a form, by name. @throws IllegalArgumentException when it is not well-formed */
    public Map<String, String> form() {
        return read(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> read(String encoded) {
        Map<String, String> values = new HashMap<>();
        new QueryStringDecoder(encoded, false).parameters()
                .forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.getFirst()));
        return values;
    }
}
