package io.qunbot.wecom.api;

import java.io.IOException;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;

/** Knows whether a request had left when its connection broke. Thread-safe. */
final class Exchange extends HttpRequestExecutor {

    /** The connection broke before the whole request was written: nobody can have acted on it. */
    static final class Unwritten extends IOException {
        private static final long serialVersionUID = 1;

        Unwritten(IOException cause) {
            super("the request was not written", cause);
        }
    }

    @Override
    protected @Nullable HttpResponse doSendRequest(HttpRequest request, HttpClientConnection connection,
            HttpContext context)
            throws IOException, HttpException {
        try {
            return super.doSendRequest(request, connection, context);
        } catch (IOException broken) {
            throw new Unwritten(broken);
        }
    }
}
