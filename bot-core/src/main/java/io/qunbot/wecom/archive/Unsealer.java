package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Opens what {@code GetChatData} gives: a message stays as it came when it can't be opened. For one thread. */
public final class Unsealer {

    private final PrivateKeys keys;
    private final BodyCipher cipher;
    private final Set<Integer> unknown = new TreeSet<>();

    /** Opens a message's body with its own key; in the SDK, since WeCom documents no cipher. */
    @FunctionalInterface
    public interface BodyCipher {
        Optional<String> open(String key, String body);
    }

    public Unsealer(PrivateKeys keys, BodyCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    /** One item of {@code chatdata}, as the journal keeps it. Items that somebody opened already stay as they are. */
    byte[] payload(JsonObject item) {
        return opened(item).orElseGet(() -> item.toString()).getBytes(UTF_8);
    }

    private Optional<String> opened(JsonObject item) {
        if (!item.has("encrypt_chat_msg")) {
            return Optional.empty();
        }
        int version = (int) number(item, "publickey_ver");
        if (!keys.has(version)) {
            unknown.add(version);
            return Optional.empty();
        }
        return keys.open(version, text(item, "encrypt_random_key"))
                .flatMap(key -> cipher.open(key, text(item, "encrypt_chat_msg")))
                .filter(Unsealer::isObject)
                .map(message -> "{\"seq\":" + text(item, "seq") + ",\"message\":" + message.strip() + "}");
    }

    /** Versions of which there is no key, since the last call. */
    Set<Integer> unknownVersions() {
        Set<Integer> versions = new TreeSet<>(unknown);
        unknown.clear();
        return versions;
    }

    private static boolean isObject(String message) {
        try {
            return JsonParser.parseString(message).isJsonObject();
        } catch (JsonParseException _) {
            return false;
        }
    }

    private static String text(JsonObject item, String name) {
        return item.has(name) && item.get(name).isJsonPrimitive() ? item.get(name).getAsString() : "";
    }

    private static long number(JsonObject item, String name) {
        String digits = text(item, name);
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : 0;
    }
}
