package io.qunbot.wecom.api;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import me.chanjar.weixin.common.error.WxError;
import org.apache.http.client.HttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;

/**
 * What went wrong between us and WeCom, as one kind of exception. The libraries' own messages hold addresses and
 * with them tokens and keys: they end here.
 */
final class Failures {

    /** What WxJava calls an answer without content. */
    private static final int NO_CONTENT = -99;

    private static final int BUSY = -1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern FROM_IP = Pattern.compile("from ip: ?([0-9a-fA-F.:]{3,45})");

    private Failures() {}

    /** WeCom said no. Of its message, which WxJava replaces with its own, only the address that it saw us come from is kept. */
    static GatewayException refused(WxError error) {
        int code = error.getErrorCode();
        if (code == NO_CONTENT) {
            return unreadable();
        }
        ErrorTable.Meaning meaning = ErrorTable.of(code);
        return new GatewayException(code, meaning.words() + seenFrom(String.valueOf(error.getJson())),
                meaning.remedy(), code == BUSY);
    }

    private static String seenFrom(String message) {
        Matcher address = FROM_IP.matcher(message);
        return address.find() ? " [IP " + address.group(1) + "]" : "";
    }

    /** The network, or something between us and WeCom, failed. */
    static GatewayException broken(IOException failure) {
        return switch (failure) {
            case HttpResponseException answer -> status(answer.getStatusCode());
            case Exchange.Unwritten _ -> unsent();
            case ConnectException _,ConnectTimeoutException _,UnknownHostException _,NoRouteToHostException _,SSLHandshakeException _,SSLPeerUnverifiedException _ ->
                unsent();
            case SocketTimeoutException _ -> unknown("企业微信没有及时回答,不知道发出没有",
                    "WeCom did not answer in time; it is not known whether it was sent");
            default -> unknown("和企业微信的连接断了,不知道发出没有",
                    "the connection to WeCom broke; it is not known whether it was sent");
        };
    }

    private static GatewayException status(int status) {
        boolean maybeSent = status >= SERVER_ERROR;
        Remedy remedy = status == TOO_MANY_REQUESTS ? Remedy.BACK_OFF : Remedy.RETRY;
        return new GatewayException(0, "回答的不是企业微信的接口,HTTP " + status
                + " (what answered is not WeCom's API: HTTP " + status + ")", remedy, maybeSent);
    }

    private static GatewayException unsent() {
        return new GatewayException(0, "连不上企业微信,没有发出 (WeCom cannot be reached; nothing was sent)",
                Remedy.RETRY, false);
    }

    /** There was an answer, and nobody can say what it means. */
    static GatewayException unreadable() {
        return unknown("企业微信的回答读不懂,不知道发出没有",
                "WeCom's answer cannot be read; it is not known whether it was sent");
    }

    private static GatewayException unknown(String zh, String en) {
        return new GatewayException(0, zh + " (" + en + ")", Remedy.RETRY, true);
    }
}
