package io.qunbot.bot.deal;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.qunbot.http.Exchange;
import io.qunbot.http.Handler;
import io.qunbot.http.Request;
import io.qunbot.http.Response;
import io.qunbot.yaml.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /hooks/deal}: another program says how it ended with a customer. The signature is the HMAC-SHA256 of the
 * time, a dot and the body, in hexadecimal digits; a request is worth something for five minutes, and its id once.
 */
public final class DealHook implements Handler {

    private static final Logger log = LoggerFactory.getLogger(DealHook.class);

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LARGEST = 16 << 10;
    private static final String TIME = "x-qunbot-timestamp";
    private static final String SIGNATURE = "x-qunbot-signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Gson GSON = new Gson();

    private final DealDesk desk;
    private final Secret secret;
    private final InstantSource clock;
    private final Executor worker;

    /** What the other program sends. */
    private record Form(@Nullable String id, @Nullable String member, @Nullable String group, @Nullable String result,
            @Nullable BigDecimal amount, @Nullable String reason) {}

    /** @param worker where the work is done: not on an event loop */
    public DealHook(DealDesk desk, Secret secret, InstantSource clock, Executor worker) {
        this.desk = desk;
        this.secret = secret;
        this.clock = clock;
        this.worker = worker;
    }

    @Override
    public void handle(Exchange exchange) {
        Request request = exchange.request();
        if (request.body().length > LARGEST) {
            exchange.answer(Response.error(413));
        } else if (!isGenuine(request)) {
            exchange.answer(Response.error(401));
        } else {
            worker.execute(() -> {
                Response response = attempt(request.body());
                exchange.loop().execute(() -> exchange.answer(response));
            });
        }
    }

    /** Compared in constant time, and only what is of these minutes. */
    private boolean isGenuine(Request request) {
        String time = request.header(TIME).orElse("");
        String signature = request.header(SIGNATURE).orElse("");
        return isNow(time) && MessageDigest.isEqual(
                signature.strip().replaceFirst("^sha256=", "").getBytes(StandardCharsets.UTF_8),
                signature(time, request.body()).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isNow(String seconds) {
        if (!seconds.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(signed, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }

    private String signature(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** Whoever calls gets an answer, whatever goes wrong. */
    private Response attempt(byte[] body) {
        try {
            return answer(body);
        } catch (RuntimeException bug) {
            log.error("a deal could not be taken", bug);
            return Response.error(500);
        }
    }

    private Response answer(byte[] body) {
        return said(body).map(said -> switch (desk.take(said)) {
            case NOTED -> Response.json(200, "{\"state\":\"noted\"}");
            case KNOWN -> Response.json(200, "{\"state\":\"known\"}");
            case UNKNOWN_MEMBER -> Response.json(404, "{\"error\":\"nobody is called that\"}");
            case SEVERAL_MEMBERS -> Response.json(409, "{\"error\":\"several are called that: send the id\"}");
            case FAILED -> Response.error(503);
        }).orElseGet(() -> Response.json(400,
                "{\"error\":\"needs id, member and result won|lost; amount is a number that is not negative\"}"));
    }

    private static Optional<DealDesk.Said> said(byte[] body) {
        try {
            return Optional.ofNullable(GSON.fromJson(new String(body, StandardCharsets.UTF_8), Form.class))
                    .flatMap(DealHook::said);
        } catch (JsonParseException | NumberFormatException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<DealDesk.Said> said(Form form) {
        boolean won = "won".equals(form.result());
        BigDecimal amount = form.amount() == null ? BigDecimal.ZERO : form.amount();
        String id = text(form.id());
        String member = text(form.member());
        boolean fine = (won || "lost".equals(form.result())) && ID.matcher(id).matches() && !member.isBlank()
                && isAmount(amount);
        return fine
                ? Optional.of(new DealDesk.Said(id, member, text(form.group()),
                        new Deal(won, amount, text(form.reason())), "hook"))
                : Optional.empty();
    }

    /** What has a huge exponent would fill memory once it is printed. */
    private static boolean isAmount(BigDecimal amount) {
        return amount.signum() >= 0 && amount.precision() <= 14 && amount.scale() >= -12 && amount.scale() <= 2
                && amount.precision() - amount.scale() <= 12;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
