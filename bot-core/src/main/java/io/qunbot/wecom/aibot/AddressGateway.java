package io.qunbot.wecom.aibot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.qunbot.chat.Body;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.wecom.api.TemplateCard;
import io.qunbot.wecom.codec.AibotTicket;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers by the address that a callback of an intelligent robot named (document 101138): one message, once,
 * within the hour. Thread-safe; blocks for up to eight seconds.
 */
public final class AddressGateway implements Gateway {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10_000;
    private static final Set<Integer> TOO_OFTEN = Set.of(45009, 45033);
    private static final int BUSY = -1;

    private final InstantSource clock;
    private final Set<String> used = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    public AddressGateway(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Receipt deliver(Posting posting) throws GatewayException {
        String url = address(posting).orElseThrow(() -> new GatewayException(0,
                "回调方式的智能机器人只能在一小时内回答对它说的话,每句一次;改用长连接(填 botId 和 secret)就能主动说话"
                        + " (by callback it only answers what was said within the hour, once; a long connection can speak first)",
                Remedy.DROP, false));
        post(url, message(posting));
        remember(url);
        return Receipt.SENT;
    }

    /** A card alone is shown as one; all else is markdown. */
    private static JsonObject message(Posting posting) {
        return posting.body() instanceof Body.Card card && TemplateCard.fits(card)
                ? Messages.typed("template_card", TemplateCard.of(card, posting.key()))
                : Messages.markdown(Messages.LIMIT.cut(Messages.words(posting.body())));
    }

    private Optional<String> address(Posting posting) {
        return posting.ticket().filter(_ -> posting.to().isEmpty())
                .filter(ticket -> clock.instant().isBefore(ticket.expires()))
                .map(AibotTicket::of)
                .flatMap(ticket -> ticket instanceof AibotTicket.Address(String url) && url.matches("https?://\\S+")
                        ? Optional.of(url)
                        : Optional.empty())
                .filter(url -> !isUsed(url));
    }

    private void post(String url, JsonObject message) throws GatewayException {
        try {
            HttpResponse<byte[]> response = Client.SHARED.send(
                    HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER).header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(message.toString())).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            check(response.statusCode(), code(response.body()));
        } catch (ConnectException _) {
            throw new GatewayException(0, "连不上企业微信 (WeCom can't be reached)", Remedy.RETRY, false);
        } catch (IOException _) {
            throw unanswered(); // its own message may hold the address
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unanswered();
        } catch (IllegalArgumentException _) {
            throw new GatewayException(0, "回调里的 response_url 不是地址 (the callback's response_url is no address)",
                    Remedy.DROP, false);
        }
    }

    private static GatewayException unanswered() {
        return new GatewayException(0, "企业微信没有回应 (WeCom did not answer)", Remedy.RETRY, true);
    }

    private static int code(byte[] body) throws IOException {
        try {
            JsonObject answer = JsonParser.parseString(new String(body, UTF_8)).getAsJsonObject();
            return answer.has("errcode") ? answer.get("errcode").getAsInt() : 0;
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException unreadable) {
            throw new IOException("no answer of WeCom's", unreadable);
        }
    }

    private static void check(int status, int code) throws GatewayException {
        if (status / 100 == 2 && code == 0) {
            return;
        }
        Remedy remedy = TOO_OFTEN.contains(code)
                ? Remedy.BACK_OFF
                : code == BUSY || status / 100 == 5 ? Remedy.RETRY : Remedy.DROP;
        throw new GatewayException(code == 0 ? status : code, "企业微信拒绝了 (WeCom refused it)", remedy,
                remedy == Remedy.RETRY);
    }

    private boolean isUsed(String url) {
        synchronized (used) {
            return used.contains(url);
        }
    }

    private void remember(String url) {
        synchronized (used) {
            used.add(url);
        }
    }

    /** Made at the first answer: few bots ever need it. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder().connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1).build();
    }
}
