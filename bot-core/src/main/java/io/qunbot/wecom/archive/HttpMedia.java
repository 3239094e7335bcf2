package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A puller elsewhere that serves the pieces of {@code GetMediaData}: {@code GET url?sdkfileid=…&indexbuf=…} gives the
 * bytes; the header {@code X-Next-Index} says what the next piece is asked for by, and is missing behind the last one.
 */
public final class HttpMedia implements MediaSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 8 << 20;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final URI address;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param token may be empty */
    public HttpMedia(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    @Override
    public Piece next(Attachment attachment, String resume) throws IOException {
        String separator = address.getRawQuery() == null ? "?" : "&";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + separator + "sdkfileid="
                + URLEncoder.encode(attachment.file(), UTF_8) + "&indexbuf=" + URLEncoder.encode(resume, UTF_8)))
                .timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return piece(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static Piece piece(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status == NOT_FOUND || status == GONE) {
                throw new Gone("拉取程序没有这个文件:HTTP " + status + " (the puller has no such file)");
            }
            if (status != OK) {
                throw new IOException("HTTP " + status);
            }
            byte[] bytes = body.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new IOException("一段超过 8 MB (a piece is larger than 8 MB)");
            }
            String next = response.headers().firstValue("X-Next-Index").orElse("");
            return new Piece(bytes, next, next.isEmpty());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
