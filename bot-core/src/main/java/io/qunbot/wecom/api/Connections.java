package io.qunbot.wecom.api;

import me.chanjar.weixin.common.util.http.apache.ApacheHttpClientBuilder;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.conn.ConnectionKeepAliveStrategy;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/**
 * A pool of connections of its own for whoever calls WeCom: WxJava's default is one for the whole JVM, waits for
 * ever for a free connection, and lets one stalled channel starve the others.
 */
final class Connections implements ApacheHttpClientBuilder {

    private static final int MOST = 64;

    /** A connection that was idle longer is looked at before it is used: WeCom may have closed it meanwhile. */
    private static final int TRUSTED_MILLIS = 100;

    private final CloseableHttpClient client;

    Connections(Patience patience) {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(MOST);
        pool.setDefaultMaxPerRoute(MOST);
        pool.setValidateAfterInactivity(TRUSTED_MILLIS);
        client = HttpClients.custom().setConnectionManager(pool).setRequestExecutor(new Exchange())
                .setDefaultRequestConfig(limits(patience)).useSystemProperties()
                .disableAutomaticRetries().disableRedirectHandling().disableCookieManagement().build();
    }

    private static RequestConfig limits(Patience patience) {
        return RequestConfig.custom().setConnectTimeout((int) patience.connect().toMillis())
                .setConnectionRequestTimeout((int) patience.connect().toMillis())
                .setSocketTimeout((int) patience.answer().toMillis()).build();
    }

    @Override
    public CloseableHttpClient build() {
        return client;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyHost(String host) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyPort(int port) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyUsername(String user) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyPassword(String password) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpRequestRetryHandler(HttpRequestRetryHandler handler) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder keepAliveStrategy(ConnectionKeepAliveStrategy strategy) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder sslConnectionSocketFactory(SSLConnectionSocketFactory factory) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder supportedProtocols(String[] protocols) {
        return this;
    }
}
