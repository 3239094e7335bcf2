package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where an intelligent robot's long connection leads, and who it is.
 *
 * @param secret appears in no message and no log
 */
public record Login(URI address, String botId, String secret) {

    /** WeCom's own, document 101463. */
    public static final String WECOM = "wss://openws.work.weixin.qq.com";

    private static final Set<String> SCHEMES = Set.of("ws", "wss");

    /** Whether a text is the address of a WebSocket. */
    public static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getScheme() != null && SCHEMES.contains(address.getScheme()) && address.getHost() != null
                    && address.getUserInfo() == null && address.getFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    boolean isEncrypted() {
        return address.getScheme().equals("wss");
    }

    int port() {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return isEncrypted() ? 443 : 80;
    }

    JsonObject subscription() {
        JsonObject body = new JsonObject();
        body.addProperty("bot_id", botId);
        body.addProperty("secret", secret);
        return body;
    }

    /** What WeCom wrote, as far as it may be shown. */
    String shown(String words) {
        String shown = secret.isEmpty() ? words : words.replace(secret, "***");
        return shown.length() > 100 ? shown.substring(0, 100) + "…" : shown;
    }

    /** Without the secret: this ends up in logs. */
    @Override
    public String toString() {
        return "Login[" + botId + " at " + address.getHost() + "]";
    }
}
