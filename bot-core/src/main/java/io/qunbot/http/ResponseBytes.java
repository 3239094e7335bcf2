package io.qunbot.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Responses as bytes on the wire; the few status lines that occur are made once. */
final class ResponseBytes {

    private static final Map<Integer, byte[]> HEADS = new ConcurrentHashMap<>();
    private static final byte[] TYPE = ascii("content-type: ");
    private static final byte[] CLOSE = ascii("connection: close\r\n");
    private static final byte[] LENGTH = ascii("content-length: ");
    private static final byte[] NEW_LINE = ascii("\r\n");
    private static final int ROOM = 160;

    private ResponseBytes() {}

    static ByteBuf of(ByteBufAllocator allocator, Response response, boolean close, boolean head) {
        byte[] body = response.body();
        ByteBuf out = allocator.directBuffer(ROOM + body.length);
        out.writeBytes(HEADS.computeIfAbsent(response.status(),
                status -> ascii("HTTP/1.1 " + status + " " + Status.reason(status) + "\r\n")));
        if (!response.type().isEmpty()) {
            out.writeBytes(TYPE);
            out.writeCharSequence(response.type(), StandardCharsets.US_ASCII);
            out.writeBytes(NEW_LINE);
        }
        if (close) {
            out.writeBytes(CLOSE);
        }
        out.writeBytes(LENGTH);
        out.writeCharSequence(Integer.toString(body.length), StandardCharsets.US_ASCII);
        out.writeBytes(NEW_LINE).writeBytes(NEW_LINE);
        return head ? out : out.writeBytes(body);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
