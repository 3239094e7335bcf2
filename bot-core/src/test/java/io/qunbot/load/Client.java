package io.qunbot.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * Keep-alive connections with one request under way on each, all on one thread: a client that costs
 * little beside the server.
 */
final class Client {

    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final IntFunction<byte[]> requests;
    private final Replies replies;
    private final int count;
    private int sent;
    private int done;

    /** Takes replies; {@code number} is the request's, {@code body} the text behind the head. */
    @FunctionalInterface
    interface Replies {
        void take(int number, int status, byte[] response, int bodyStart, int end);
    }

    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(1 << 16);
        private ByteBuffer out = ByteBuffer.allocate(0);
        private int number = -1;

        Connection(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void next() throws IOException {
            if (sent < count) {
                number = sent++;
                out = ByteBuffer.wrap(requests.apply(number));
                while (out.hasRemaining()) { // small against the socket's buffer
                    channel.write(out);
                }
            }
        }

        void read() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the server closed a connection");
            }
            int body = bodyStart();
            int length = body < 0 ? 0 : length(body);
            if (body >= 0 && in.position() >= body + length) {
                byte[] response = in.array();
                int status = (response[9] - '0') * 100 + (response[10] - '0') * 10 + response[11] - '0';
                replies.take(number, status, response, body, body + length);
                in.clear();
                done++;
                next();
            }
        }

        private int bodyStart() {
            byte[] response = in.array();
            for (int at = 3; at < in.position(); at++) {
                if (response[at] == '\n' && response[at - 1] == '\r' && response[at - 2] == '\n') {
                    return at + 1;
                }
            }
            return -1;
        }

        private int length(int body) {
            byte[] response = in.array();
            outer : for (int at = 0; at < body - LENGTH.length; at++) {
                for (int k = 0; k < LENGTH.length; k++) {
                    if (response[at + k] != LENGTH[k]) {
                        continue outer;
                    }
                }
                int length = 0;
                for (int k = at + LENGTH.length; response[k] >= '0'; k++) {
                    length = length * 10 + response[k] - '0';
                }
                return length;
            }
            return 0;
        }
    }

    Client(int count, IntFunction<byte[]> requests, Replies replies) throws IOException {
        this.selector = Selector.open();
        this.count = count;
        this.requests = requests;
        this.replies = replies;
    }

    /**
     * Sends everything and waits for every reply.
     *
     * @throws IOException when the server goes away
     */
    void run(int port, int connections) throws IOException {
        try (selector) {
            Connection[] all = new Connection[connections];
            for (int at = 0; at < connections; at++) {
                all[at] = new Connection(port);
            }
            for (Connection connection : all) {
                connection.next();
            }
            while (done < count) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Connection) key.attachment()).read();
                }
                selector.selectedKeys().clear();
            }
            for (Connection connection : all) {
                connection.channel.close();
            }
        }
    }
}
