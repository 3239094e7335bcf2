package io.qunbot.wecom.api;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loggers of libraries that print addresses with their tokens and keys, at error level too; a mistake in a
 * logging file must not open them.
 */
final class QuietLoggers {

    private QuietLoggers() {}

    static void silence() {
        silence("me.chanjar.weixin", Level.OFF);
        silence("org.apache.http", Level.WARN);
    }

    private static void silence(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
