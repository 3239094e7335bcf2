package io.qunbot.wecom.robot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import me.chanjar.weixin.common.util.http.apache.DefaultApacheHttpClientBuilder;
import me.chanjar.weixin.cp.api.WxCpGroupRobotService;
import me.chanjar.weixin.cp.api.impl.WxCpGroupRobotServiceImpl;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.slf4j.LoggerFactory;

/** WxJava's robot client, with limits on its waiting and its talking. */
final class RobotService {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;
    private static final int POOL_WAIT_MILLIS = 3_000;
    private static final int CONNECTIONS = 16;

    private RobotService() {}

    static WxCpGroupRobotService create() {
        limitConnections();
        silence("me.chanjar.weixin", Level.OFF);
        silence("org.apache.http", Level.WARN);
        WxCpServiceImpl service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(new WxCpDefaultConfigImpl());
        service.setMaxRetryTimes(1);
        return new WxCpGroupRobotServiceImpl(service);
    }

    /** WxJava has one connection pool for the whole JVM; what is set before its first use counts. */
    private static void limitConnections() {
        DefaultApacheHttpClientBuilder pool = DefaultApacheHttpClientBuilder.get();
        pool.setConnectionTimeout(CONNECT_MILLIS);
        pool.setSoTimeout(READ_MILLIS);
        pool.setConnectionRequestTimeout(POOL_WAIT_MILLIS);
        pool.setMaxConnPerHost(CONNECTIONS);
        pool.setMaxTotalConn(CONNECTIONS);
    }

    /**
     * These loggers print addresses with their keys, at error level too; a mistake in a logging file must
     * not open them.
     */
    private static void silence(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
