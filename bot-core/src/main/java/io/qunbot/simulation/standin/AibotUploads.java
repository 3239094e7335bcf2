package io.qunbot.simulation.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Files that a bot uploads on its long connection, in chunks (document 101463). Thread-safe for one bot. */
final class AibotUploads {

    private static final String COMMAND = "aibot_upload_media_";
    private static final Set<String> KINDS = Set.of("file", "image", "voice", "video");
    private static final int CHUNK = 512 << 10;
    private static final int MOST_CHUNKS = 100;
    private static final int NAME_BYTES = 256;

    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final Map<String, String> media = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    private record Upload(JsonObject begun, ByteArrayOutputStream bytes, AtomicInteger chunks) {}

    static boolean isOne(String command) {
        return command.startsWith(COMMAND);
    }

    /** What WeCom has under a media id is gone. */
    void forget() {
        media.clear();
    }

    /** Whether this is the id of a file of this kind. */
    boolean has(String kind, String id) {
        return kind.equals(media.get(id));
    }

    /** @return what the answer holds; empty when the frame is refused */
    JsonObject take(AibotFrame frame) {
        return switch (frame.command().substring(COMMAND.length())) {
            case "init" -> init(frame.body());
            case "chunk" -> chunk(frame.body());
            case "finish" -> finish(frame.body());
            default -> new JsonObject();
        };
    }

    private JsonObject init(JsonObject body) {
        String name = AibotRules.text(body, "filename");
        boolean good = KINDS.contains(AibotRules.text(body, "type")) && !name.isEmpty()
                && name.getBytes(UTF_8).length <= NAME_BYTES && number(body, "total_size") > 5
                && number(body, "total_chunks") >= 1 && number(body, "total_chunks") <= MOST_CHUNKS;
        return good
                ? given("upload_id", body)
                : new JsonObject();
    }

    private JsonObject given(String name, JsonObject begun) {
        String id = name.substring(0, name.indexOf('_')) + "-" + count.incrementAndGet();
        uploads.put(id, new Upload(begun, new ByteArrayOutputStream(), new AtomicInteger()));
        JsonObject answer = new JsonObject();
        answer.addProperty(name, id);
        return answer;
    }

    private JsonObject chunk(JsonObject body) {
        Upload upload = uploads.get(AibotRules.text(body, "upload_id"));
        byte[] part = Base64.getDecoder().decode(AibotRules.text(body, "base64_data"));
        if (upload == null || part.length == 0 || part.length > CHUNK
                || number(body, "chunk_index") != upload.chunks().getAndIncrement()) {
            return new JsonObject();
        }
        upload.bytes().writeBytes(part);
        return body;
    }

    private JsonObject finish(JsonObject body) {
        Upload upload = uploads.remove(AibotRules.text(body, "upload_id"));
        if (upload == null || number(upload.begun(), "total_chunks") != upload.chunks().get()
                || number(upload.begun(), "total_size") != upload.bytes().size()
                || !AibotRules.text(upload.begun(), "md5").equals(md5(upload.bytes().toByteArray()))) {
            return new JsonObject();
        }
        String kind = AibotRules.text(upload.begun(), "type");
        String id = "media-" + count.incrementAndGet();
        media.put(id, kind);
        JsonObject answer = new JsonObject();
        answer.addProperty("type", kind);
        answer.addProperty("media_id", id);
        answer.addProperty("created_at", 0);
        return answer;
    }

    private static long number(JsonObject body, String name) {
        String text = AibotRules.text(body, name);
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
