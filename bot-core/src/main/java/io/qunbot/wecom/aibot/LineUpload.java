package io.qunbot.wecom.aibot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.qunbot.chat.GatewayException;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.LocalFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Uploads a file on the long connection, in chunks (document 101463). Thread-safe; blocks for each of them. */
record LineUpload(Asking line) {

    private static final String COMMAND = "aibot_upload_media_";
    private static final int CHUNK = 512 << 10;
    private static final int NAME_BYTES = 256;

    /** Sends a frame of a command. @return what WeCom calls what came of it */
    @FunctionalInterface
    interface Asking {
        String ask(String command, JsonObject body) throws GatewayException;
    }

    /**
     * Uploads it for three days.
     *
     * @param kind {@code image} or {@code file}
     * @return the media id
     */
    String of(String kind, LocalFile file) throws GatewayException {
        byte[] bytes = file.bytes();
        int chunks = (bytes.length + CHUNK - 1) / CHUNK;
        String upload = line.ask(COMMAND + "init", Fields.of("type", kind, "filename", name(file), "total_size",
                bytes.length, "total_chunks", chunks, "md5", md5(bytes)));
        for (int chunk = 0; chunk < chunks; chunk++) {
            byte[] part = Arrays.copyOfRange(bytes, chunk * CHUNK, Math.min(bytes.length, (chunk + 1) * CHUNK));
            line.ask(COMMAND + "chunk", Fields.of("upload_id", upload, "chunk_index", chunk, "base64_data",
                    Base64.getEncoder().encodeToString(part)));
        }
        return line.ask(COMMAND + "finish", Fields.of("upload_id", upload));
    }

    /** The end of a name says what it is, and stays. */
    private static String name(LocalFile file) {
        String name = String.valueOf(file.path().getFileName());
        int from = 0;
        while (name.substring(from).getBytes(UTF_8).length > NAME_BYTES) {
            from = name.offsetByCodePoints(from, 1);
        }
        return name.substring(from);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
