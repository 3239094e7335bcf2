package io.qunbot.http;

import io.netty.handler.codec.http.HttpResponseStatus;

/** Names of status codes. */
final class Status {

    private Status() {}

    static String reason(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }
}
