package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
    private final Set<Integer> wrong = new TreeSet<>();

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
        Optional<String> key = keys.open(version, text(item, "encrypt_random_key"));
        Optional<String> message = key.flatMap(each -> cipher.open(each, text(item, "encrypt_chat_msg")))
                .filter(Unsealer::isObject);
        if (message.isEmpty()) {
            wrong.add(version);
        }
        return message.map(open -> "{\"seq\":" + seq(item) + ",\"message\":" + open.strip() + "}");
    }

    /** What is no number would make the whole unreadable. */
    private static String seq(JsonObject item) {
        String seq = text(item, "seq");
        return seq.matches("[0-9]{1,20}") ? seq : "0";
    }

    /** What stayed sealed since the last call, and why; empty when nothing did. */
    String trouble() {
        String words = (unknown.isEmpty()
                ? ""
                : "没有公钥版本 " + unknown + " 的私钥,这些消息原样留着,补到 privateKeys 再启动就会打开"
                        + " (no private key for these versions of the public key: the messages are kept sealed, and opened once"
                        + " there is one)")
                + (wrong.isEmpty()
                        ? ""
                        : "公钥版本 " + wrong + " 的私钥打不开一些消息(私钥不对,或消息坏了),原样留着"
                                + " (some messages are not opened by the key of these versions, which is another one or they are"
                                + " damaged: kept sealed)");
        unknown.clear();
        wrong.clear();
        return words;
    }

    /** Opens a sealed message; empty when it stays as it is. */
    public Optional<byte[]> open(byte[] sealed) {
        if (!new String(sealed, ISO_8859_1).contains("\"encrypt_chat_msg\"")) {
            return Optional.empty();
        }
        try {
            return opened(JsonParser.parseString(new String(sealed, UTF_8)).getAsJsonObject())
                    .map(open -> open.getBytes(UTF_8));
        } catch (JsonParseException | IllegalStateException damaged) {
            return Optional.empty();
        }
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
