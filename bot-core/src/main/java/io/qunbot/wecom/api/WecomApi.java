package io.qunbot.wecom.api;

import com.google.gson.JsonObject;
import io.qunbot.chat.GatewayException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;

/**
 * WeCom's API for one account. A call is made once, and once more with another token when WeCom says that the
 * token was at fault. Thread-safe; blocks.
 */
public final class WecomApi {

    private static final Set<Integer> TOKEN_FAULTS = Set.of(40001, 40014, 42001);

    private final String base;
    private final WecomHttp http;
    private final Tokens tokens;

    public WecomApi(Account account, Patience patience) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setCorpId(account.corpId());
        config.setCorpSecret(account.secret());
        config.setBaseApiUrl(account.base());
        base = account.base();
        http = new WecomHttp(config, patience);
        tokens = new Tokens(http.service());
    }

    /** @param path such as {@code /cgi-bin/message/send} */
    public JsonObject post(String path, JsonObject body) throws GatewayException {
        return call(path, Map.of(), address -> http.post(address, body));
    }

    public JsonObject get(String path, Map<String, String> query) throws GatewayException {
        return call(path, query, http::get);
    }

    /**
     * Uploads a file for three days.
     *
     * @param type {@code image} or {@code file}
     * @return the media id
     */
    public String upload(String type, Path file) throws GatewayException {
        return call("/cgi-bin/media/upload", Map.of("type", type), address -> http.upload(address, file));
    }

    /** Fetches a token, which proves that the account is right. */
    public void login() throws GatewayException {
        tokens.current();
    }

    private interface Call<T> {
        T at(String address) throws GatewayException;
    }

    private <T> T call(String path, Map<String, String> query, Call<T> call) throws GatewayException {
        Tokens.Access access = tokens.current();
        try {
            return call.at(address(path, query, access));
        } catch (GatewayException failure) {
            if (!TOKEN_FAULTS.contains(failure.code())) {
                throw failure;
            }
        }
        return call.at(address(path, query, tokens.renewed(access)));
    }

    private String address(String path, Map<String, String> query, Tokens.Access access) {
        String more = query.entrySet().stream()
                .map(each -> "&" + each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return base + path + "?access_token=" + access.token() + more;
    }
}
