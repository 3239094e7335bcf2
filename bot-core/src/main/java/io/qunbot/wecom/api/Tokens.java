package io.qunbot.wecom.api;

import io.qunbot.chat.GatewayException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;

/**
 * The access token of one account, fetched once for all who call at the same time, and once again when WeCom
 * takes it no more. WxJava's own renewal is not used: each of many callers whose token failed would throw away
 * the new one that another has just fetched. Thread-safe.
 */
final class Tokens {

    private final WxCpServiceImpl service;
    private final AtomicInteger renewals = new AtomicInteger();

    /** A token, and how often it had been renewed before. */
    record Access(String token, int renewals) {
        @Override
        public String toString() {
            return "Access[" + renewals + "]";
        }
    }

    Tokens(WxCpServiceImpl service) {
        this.service = service;
    }

    Access current() throws GatewayException {
        int before = renewals.get();
        return new Access(fetched(false), before);
    }

    /** Another token than the one that failed; who comes late gets what the first one fetched. */
    synchronized Access renewed(Access failed) throws GatewayException {
        if (failed.renewals() == renewals.get()) {
            renew();
        }
        return current();
    }

    /**
     * Counts when it is over: whoever takes the old token meanwhile must not take it for the new one. A renewal that
     * failed counts too: one who waited for it in vain is enough.
     */
    private void renew() throws GatewayException {
        try {
            fetched(true);
        } finally {
            renewals.incrementAndGet();
        }
    }

    private String fetched(boolean anew) throws GatewayException {
        try {
            String token = WecomHttp.ask(() -> service.getAccessToken(anew));
            return URLEncoder.encode(String.valueOf(token), StandardCharsets.UTF_8);
        } catch (GatewayException failure) {
            // what was to be said had not left, whatever happened to the question for the token
            throw new GatewayException(failure.code(), String.valueOf(failure.getMessage()), failure.remedy(), false);
        }
    }
}
