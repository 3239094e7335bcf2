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
import io.qunbot.wecom.api.ErrorTable;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.TemplateCard;
import io.qunbot.wecom.codec.AibotTicket;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers by the address that a callback of an intelligent robot named (document 101138): one message, once,
 * within the hour. Thread-safe; blocks for up to eight seconds.
 */
public final class AddressGateway implements Gateway {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int REMEMBERED = 10_000;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BUSY = -1;

    private final InstantSource clock;
    private final Patience patience;
    private final Set<String> used = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    public AddressGateway(InstantSource clock) {
        this(clock, Patience.USUAL);
    }

    public AddressGateway(InstantSource clock, Patience patience) {
        this.clock = clock;
        this.patience = patience;
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
            HttpResponse<byte[]> response = sent(
                    HttpRequest.newBuilder(URI.create(url)).timeout(patience.answer())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(message.toString())).build());
            check(response.statusCode());
            acknowledged(code(response.body()));
        } catch (ConnectException | HttpConnectTimeoutException _) {
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

    /** The client's own limit ends before the answer's body. */
    private HttpResponse<byte[]> sent(HttpRequest request) throws IOException, InterruptedException {
        var answer = Client.SHARED.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(CONNECT.plus(patience.answer()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("no whole answer", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException network ? network : new IOException("not sent", failed);
        }
    }

    private static GatewayException unanswered() {
        return new GatewayException(0, "企业微信没有回应,或者回答读不懂,不知道说出去没有"
                + " (WeCom did not answer, or not readably; it is not known whether it was said)", Remedy.RETRY, true);
    }

    private static int code(byte[] body) throws IOException {
        try {
            JsonObject answer = JsonParser.parseString(new String(body, UTF_8)).getAsJsonObject();
            return answer.has("errcode") ? answer.get("errcode").getAsInt() : 0;
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException unreadable) {
            throw new IOException("no answer of WeCom's", unreadable);
        }
    }

    /** Something between us and WeCom may answer in its place. */
    private static void check(int status) throws GatewayException {
        if (status / 100 == 2) {
            return;
        }
        boolean failed = status / 100 == 5;
        Remedy remedy = status == TOO_MANY_REQUESTS ? Remedy.BACK_OFF : failed ? Remedy.RETRY : Remedy.DROP;
        throw new GatewayException(failed ? 0 : status, "回答的不是企业微信的接口,HTTP " + status
                + " (what answered is not WeCom's API: HTTP " + status + ")", remedy, failed);
    }

    private static void acknowledged(int code) throws GatewayException {
        if (code != 0) {
            ErrorTable.Meaning meaning = ErrorTable.of(code);
            throw new GatewayException(code, meaning.words(), meaning.remedy(), code == BUSY);
        }
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
