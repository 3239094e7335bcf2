package io.qunbot.wecom.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.chat.GatewayException;
import java.io.IOException;
import java.nio.file.Path;
import me.chanjar.weixin.common.bean.CommonUploadParam;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.executor.CommonUploadRequestExecutor;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;

/**
 * Calls whole addresses of WeCom through WxJava, once, and turns every failure into a {@link GatewayException}.
 * Thread-safe; blocks for as long as its {@link Patience}.
 */
public final class WecomHttp {

    private final WxCpServiceImpl service;

    public WecomHttp(Patience patience) {
        this(new WxCpDefaultConfigImpl(), patience);
    }

    WecomHttp(WxCpDefaultConfigImpl config, Patience patience) {
        QuietLoggers.silence();
        config.setApacheHttpClientBuilder(new Connections(patience));
        service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        service.setMaxRetryTimes(1); // nothing goes through its own loop of retries, which sleeps and loses the code
    }

    WxCpServiceImpl service() {
        return service;
    }

    /** What is asked of WeCom. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws WxErrorException, IOException;
    }

    /** @param address may hold a token or a key: it appears in no message and no log */
    public JsonObject post(String address, JsonObject body) throws GatewayException {
        return confirmed(ask(() -> SimplePostRequestExecutor.create(service).execute(address, body.toString(),
                WxType.CP)));
    }

    public JsonObject get(String address) throws GatewayException {
        return confirmed(ask(() -> SimpleGetRequestExecutor.create(service).execute(address, "", WxType.CP)));
    }

    /** @return the media id */
    public String upload(String address, Path file) throws GatewayException {
        String answer = ask(() -> CommonUploadRequestExecutor.create(service).execute(address,
                CommonUploadParam.fromFile("media", file.toFile()), WxType.CP));
        JsonElement id = confirmed(answer).get("media_id");
        if (id == null || !id.isJsonPrimitive()) {
            throw Failures.unreadable();
        }
        return id.getAsString();
    }

    static <T> T ask(Question<T> question) throws GatewayException {
        try {
            return question.ask();
        } catch (WxErrorException refusal) {
            throw refusal.getCause() instanceof IOException network
                    ? Failures.broken(network)
                    : Failures.refused(refusal.getError());
        } catch (IOException network) {
            throw Failures.broken(network);
        } catch (WxRuntimeException wrapped) {
            throw wrapped.getCause() instanceof IOException network
                    ? Failures.broken(network)
                    : Failures.unreadable();
        } catch (RuntimeException unreadable) { // WxJava fails in many ways on what is no answer, a null among them
            throw Failures.unreadable();
        }
    }

    /** What says nothing of success is no success, whatever else it says. */
    private static JsonObject confirmed(String answer) throws GatewayException {
        JsonElement json = ask(() -> JsonParser.parseString(answer));
        if (!json.isJsonObject() || !json.getAsJsonObject().has("errcode")) {
            throw Failures.unreadable();
        }
        return json.getAsJsonObject();
    }
}
