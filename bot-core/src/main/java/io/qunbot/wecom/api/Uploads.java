package io.qunbot.wecom.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonObject;
import io.qunbot.chat.GatewayException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What WeCom calls the files that it has: the same file under the same name is uploaded once in three days, and once
 * more when WeCom says that it is gone. Of one account or robot; nothing is known any more after a restart. Thread-safe.
 */
public final class Uploads {

    private static final Duration KEPT = Duration.ofHours(70); // of the 72 that WeCom keeps them
    private static final int MOST = 1_000;
    private static final int GONE = 40007;

    private final Cache<String, String> ids = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    /** Makes a media id of a file; nothing is said by it. */
    @FunctionalInterface
    public interface Upload {
        String of(String kind, LocalFile file) throws GatewayException;
    }

    /**
     * The media id of a file.
     *
     * @param kind {@code image} or {@code file}
     * @throws GatewayException when it can't be uploaded; then nothing was said
     */
    public String id(String kind, LocalFile file, Upload upload) throws GatewayException {
        String name = kind + " " + file.path().getFileName() + " " + hash(file.bytes());
        String known = ids.getIfPresent(name);
        if (known != null) {
            return known;
        }
        try {
            String id = upload.of(kind, file);
            ids.put(name, id);
            return id;
        } catch (GatewayException failure) {
            throw new GatewayException(failure.code(), String.valueOf(failure.getMessage()), failure.remedy(), false);
        }
    }

    /** Whether a message failed since WeCom no longer has its files: from now on they are unknown here, too. */
    public boolean isGone(GatewayException failure, JsonObject message) {
        return failure.code() == GONE && forget(message.toString());
    }

    private boolean forget(String message) {
        List<String> meant = ids.asMap().entrySet().stream().filter(each -> message.contains(each.getValue()))
                .map(Map.Entry::getKey).toList();
        ids.invalidateAll(meant);
        return !meant.isEmpty();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
