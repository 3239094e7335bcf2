package io.qunbot.wecom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Posting;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.wecom.app.AppGateway;
import io.qunbot.wecom.robot.RobotGateway;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing that is said of a failure holds a secret, whatever fails. */
class SecretsTest {

    private static final String SECRET = "s3cretOfTheApp";
    private static final String KEY = "k3y-of-the-webhook";
    private static final Chat GROUP = new Chat(new ChatId("wr1"), ChatKind.INTERNAL, "robot");
    private static final Patience SHORT = new Patience(Duration.ofSeconds(2), Duration.ofMillis(200));

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> said = new ArrayList<>();
    private WecomStandIn wecom;

    @BeforeEach
    void start() {
        wecom = WecomStandIn.start(new VirtualClock(Instant.parse("2026-11-02T01:00:00Z"))).app("ww1", SECRET, 7);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(before);
        wecom.close();
    }

    /** WeCom's own words repeat what it was given. */
    private static Stream<Fault> faults() {
        Stream<Fault> codes = ErrorTable.all().keySet().stream()
                .map(code -> new Fault.Refusal(code, "bad " + SECRET + " tOkEn-ww1-1 tOkEn-ww1-2 " + KEY));
        return Stream.concat(codes, Stream.of(new Fault.Reset(), new Fault.Half(), new Fault.Stall(),
                new Fault.Other(502, SECRET + KEY), new Fault.Other(404, ""), new Fault.Other(200, "<html>" + KEY),
                new Fault.Other(200, "{\"errcode\":0," + SECRET)));
    }

    private void fail(Gateway gateway, Posting posting) {
        GatewayException failure = catchThrowableOfType(GatewayException.class, () -> gateway.deliver(posting));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        said.add(trace.toString());
    }

    @Test
    void noFailureTellsASecret() {
        AppGateway app = new AppGateway(new WecomApi(new Account("ww1", SECRET, wecom.address()), SHORT), 7,
                Directory.EMPTY);
        RobotGateway robot = new RobotGateway(wecom.robot(KEY), SHORT);
        Posting tell = new Posting(1, GROUP, List.of(new MemberId("zhangsan")), Body.text("好"), Optional.empty());
        Posting say = new Posting(1, GROUP, List.of(), Body.text("好"), Optional.empty());
        root.setLevel(Level.TRACE);
        faults().forEach(fault -> {
            wecom.next("/cgi-bin/message/send", fault);
            wecom.next("/cgi-bin/message/send", fault); // for those that are asked again with another token
            fail(app, tell);
            wecom.next("/cgi-bin/webhook/send", fault);
            fail(robot, say);
            wecom.next("/cgi-bin/gettoken", fault);
            fail(new AppGateway(new WecomApi(new Account("ww1", SECRET, wecom.address()), SHORT), 7, Directory.EMPTY),
                    tell);
            wecom.expireTokens();
        });

        assertThat(said).hasSizeGreaterThan(200).noneMatch(SecretsTest::tells);
        assertThat(log.list).noneMatch(event -> event.getLoggerName().startsWith("io.netty")
                ? false
                : tells(event.getFormattedMessage()
                        + Optional.ofNullable(event.getThrowableProxy()).map(ThrowableProxyUtil::asString).orElse("")));
        assertThat(new Account("ww1", SECRET, "x").toString()).doesNotContain(SECRET);
    }

    private static boolean tells(String text) {
        return text.contains(SECRET) || text.contains("tOkEn-") || text.contains(KEY);
    }
}
