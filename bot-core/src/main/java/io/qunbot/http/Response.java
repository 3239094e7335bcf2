package io.qunbot.http;

import java.nio.charset.StandardCharsets;

/**
 * An answer.
 *
 * @param type the content type, empty when there is no body
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Response(int status, String type, byte[] body) {

    private static final byte[] NOTHING = {};

    /** 200 without a body. */
    public static final Response OK = new Response(200, "", NOTHING);

    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String JSON = "application/json; charset=utf-8";

    public static Response text(int status, String line) {
        return new Response(status, TEXT, line.getBytes(StandardCharsets.UTF_8));
    }

    public static Response json(int status, String json) {
        return new Response(status, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /** An error in one line, without internals. */
    public static Response error(int status) {
        return text(status, Status.reason(status) + "\n");
    }
}
