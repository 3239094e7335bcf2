package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Access tokens: the same one while it is valid. Thread-safe. */
final class TokenDesk {

    private static final Duration VALID = Duration.ofHours(2);

    private final InstantSource clock;
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private int made;

    private record Token(String value, Instant until) {}

    TokenDesk(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void know(String corpId, String secret) {
        secrets.put(corpId, secret);
    }

    synchronized void expire() {
        tokens.clear();
    }

    /** A token that is valid now; a secret of the tests. */
    synchronized Optional<String> valid(String corpId) {
        return Optional.ofNullable(tokens.get(corpId)).map(Token::value);
    }

    /** {@code /cgi-bin/gettoken}. */
    synchronized JsonObject get(Received request, Form form) throws Refused {
        String corpId = request.query().getOrDefault("corpid", "");
        if (!secrets.containsKey(corpId)) {
            throw new Refused(40013, "invalid corpid");
        }
        if (!request.query().getOrDefault("corpsecret", "").equals(secrets.get(corpId))) {
            throw new Refused(40001, "invalid credential " + request.query().get("corpsecret"));
        }
        Instant now = clock.instant();
        Token token = Optional.ofNullable(tokens.get(corpId)).filter(known -> known.until().isAfter(now))
                .orElseGet(() -> new Token("tOkEn-" + corpId + "-" + ++made, now.plus(VALID)));
        tokens.put(corpId, token);
        JsonObject answer = Endpoints.with("access_token", token.value());
        answer.addProperty("expires_in", Duration.between(now, token.until()).toSeconds());
        return answer;
    }

    synchronized void check(Received request) throws Refused {
        String value = request.query().get("access_token");
        if (value == null) {
            throw new Refused(41001, "access_token missing");
        }
        if (!value.startsWith("tOkEn-")) {
            throw new Refused(40014, "invalid access_token " + value);
        }
        boolean valid = tokens.values().stream()
                .anyMatch(token -> token.value().equals(value) && token.until().isAfter(clock.instant()));
        if (!valid) {
            throw new Refused(42001, "access_token expired " + value);
        }
    }
}
