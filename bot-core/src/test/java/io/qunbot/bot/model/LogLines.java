package io.qunbot.bot.model;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the house logs meanwhile, down to the details. */
final class LogLines implements AutoCloseable {

    private final Logger house = (Logger) LoggerFactory.getLogger("io.qunbot.bot.model");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    LogLines() {
        house.setLevel(Level.DEBUG);
        appender.start();
        house.addAppender(appender);
    }

    List<String> text() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        house.detachAppender(appender);
        house.setLevel(null);
    }
}
