package io.qunbot.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** The answer to {@code Expect: 100-continue}. */
final class Continue {

    private static final byte[] BYTES = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Continue() {}

    static ByteBuf bytes() {
        return Unpooled.wrappedBuffer(BYTES);
    }
}
