package io.qunbot.wecom.archive;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A puller elsewhere that serves the pages of {@code GetChatData}: {@code GET url?seq=N&limit=M} gives
 * {@code {"errcode":0,"errmsg":"ok","chatdata":[…]}}, whose items are sealed, or open as {@code {"seq":N,"message":{…}}}.
 */
public final class HttpSource implements ArchiveSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final String token;
    private final Unsealer unsealer;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param token may be empty */
    public HttpSource(URI address, String token, Unsealer unsealer) {
        this.address = address;
        this.token = token;
        this.unsealer = unsealer;
    }

    @Override
    public Pulled after(Map<String, Long> bookmarks, int most) throws IOException {
        long seq = bookmarks.getOrDefault(SEQ, 0L);
        JsonArray items = page(ask(seq, most));
        List<byte[]> messages = new ArrayList<>(items.size());
        for (JsonElement item : items) {
            messages.add(unsealer.payload(item.getAsJsonObject()));
        }
        return new Pulled(messages, Map.of(), items.size() >= most, unsealer.trouble());
    }

    private String ask(long seq, int most) throws IOException {
        String separator = address.getRawQuery() == null ? "?" : "&";
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(address + separator + "seq=" + Long.toUnsignedString(seq) + "&limit=" + most))
                .timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("HTTP " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** A page that is torn is no page: it is asked for again. */
    static JsonArray page(String body) throws IOException {
        try {
            JsonObject page = JsonParser.parseString(body).getAsJsonObject();
            JsonElement code = page.get("errcode");
            if (code != null && code.getAsInt() != 0) {
                throw new IOException("errcode " + code.getAsInt() + " " + Codes.meaning(code.getAsInt()));
            }
            JsonArray items = page.has("chatdata") ? page.getAsJsonArray("chatdata") : new JsonArray();
            return objects(items);
        } catch (JsonParseException | IllegalStateException | ClassCastException | NumberFormatException torn) {
            throw new IOException("这一页读不懂,可能只到了一半 (the page cannot be read, it may be torn)", torn);
        }
    }

    private static JsonArray objects(JsonArray items) {
        for (JsonElement item : items) {
            if (!item.isJsonObject()) {
                throw new IllegalStateException("no message");
            }
        }
        return items;
    }

    @Override
    public void close() {
        client.close();
    }
}
