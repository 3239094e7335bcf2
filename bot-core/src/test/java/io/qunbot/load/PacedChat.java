package io.qunbot.load;

import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * One chat that talks at its own pace over one connection, as WeCom's servers do: a message is sent when its time has
 * come, however long the one before took. Each waits for its answer from the moment at which it was due.
 */
final class PacedChat implements Runnable {

    private static final int QUESTION_EVERY = 5;

    private final String chat;
    private final int port;
    private final WecomCaller caller;
    private final long start;
    private final long interval;
    private final int count;
    final List<Long> micros = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    final List<String> wrong = new ArrayList<>();

    /** @param start in nanoseconds of the system's timer; {@code interval} between messages in nanoseconds */
    PacedChat(String chat, int port, Credentials keys, long start, long interval, int count) {
        this.chat = chat;
        this.port = port;
        this.caller = new WecomCaller(URI.create("http://127.0.0.1:" + port + "/wecom/robot"), ChannelKind.ROBOT, keys,
                InstantSource.system());
        this.start = start;
        this.interval = interval;
        this.count = count;
    }

    String chat() {
        return chat;
    }

    @Override
    public void run() {
        try (caller; Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int number = 0; number < count; number++) {
                byte[] request = request(number);
                long due = start + number * interval;
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                send(socket.getOutputStream(), in, request);
                micros.add((System.nanoTime() - due) / 1000);
            }
        } catch (IOException failure) {
            wrong.add(chat + ": " + failure);
        }
    }

    private byte[] request(int number) {
        String text = number % QUESTION_EVERY == 0 ? "which?" : "nothing";
        WecomCaller.Call call = caller.call(new Saying(chat, "member", text, chat + "-" + number,
                InstantSource.system().instant()));
        byte[] head = ("POST " + call.uri().getRawPath() + "?" + call.uri().getRawQuery()
                + " HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: " + call.body().length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + call.body().length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(call.body(), 0, whole, head.length, call.body().length);
        return whole;
    }

    private void send(OutputStream out, InputStream in, byte[] request) throws IOException {
        out.write(request);
        int status = Integer.parseInt(line(in).split(" ", -1)[1]);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (status != 200) {
            wrong.add(chat + ": HTTP " + status);
        }
        caller.read(status, body).text().ifPresent(answers::add);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
