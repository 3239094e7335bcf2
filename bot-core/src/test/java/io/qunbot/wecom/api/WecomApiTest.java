package io.qunbot.wecom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WecomApiTest {

    private static final String SEND = "/cgi-bin/message/send";
    private static final String LOGIN = "/cgi-bin/gettoken";
    private static final Patience SHORT = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1));

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T01:00:00Z"));
    private WecomStandIn wecom;
    private WecomApi api;

    @BeforeEach
    void start() {
        wecom = WecomStandIn.start(clock).app("ww1", "s3cret", 1000002);
        api = new WecomApi(new Account("ww1", "s3cret", wecom.address() + "/"), SHORT);
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private void send() throws GatewayException {
        api.post(SEND, Fields.of("touser", "zhangsan", "msgtype", "text", "agentid", 1000002, "text",
                Fields.of("content", "好")));
    }

    private GatewayException failure() {
        return catchThrowableOfType(GatewayException.class, this::send);
    }

    @Test
    void fetchesTheTokenOnceForManyCallers() throws Exception {
        together(50, this::send);

        assertThat(wecom.received(LOGIN)).hasSize(1);
        assertThat(wecom.received(LOGIN).getFirst().query()).isEqualTo(Map.of("corpid", "ww1", "corpsecret", "s3cret"));
        assertThat(wecom.received(SEND)).hasSize(50);
    }

    @Test
    void renewsTheTokenOnceWhenItExpiresUnderFiftyCallers() throws Exception {
        send();
        wecom.expireTokens();
        together(50, this::send);

        assertThat(wecom.received(LOGIN)).hasSize(2);
    }

    private interface Call {
        void run() throws Exception;
    }

    private static void together(int count, Call call) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    call.run();
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : calls) {
                each.get();
            }
        }
    }

    @Test
    void givesUpWhenTheNewTokenIsRefusedToo() {
        wecom.next(SEND, Fault.code(42001));
        wecom.next(SEND, Fault.code(42001));

        assertThat(failure()).satisfies(e -> assertThat(e.code()).isEqualTo(42001),
                e -> assertThat(e.maybeSent()).isFalse());
        assertThat(wecom.received(SEND)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"-1,RETRY,true", "45009,BACK_OFF,false", "45033,RETRY,false", "60020,DISABLE,false",
            "48002,DISABLE,false", "60011,DISABLE,false", "301002,DISABLE,false", "40003,DROP,false",
            "60111,DROP,false", "81013,DROP,false", "86001,DROP,false", "86003,DROP,false", "86008,DROP,false",
            "90501,DROP,false", "93000,DISABLE,false", "93005,DISABLE,false", "41051,DROP,false",
            "41096,RETRY,false", "424242,DROP,false"})
    void saysWhatHelps(int code, Remedy remedy, boolean maybeSent) {
        wecom.next(SEND, Fault.code(code));

        assertThat(failure()).satisfies(e -> assertThat(e.code()).isEqualTo(code),
                e -> assertThat(e.remedy()).isEqualTo(remedy),
                e -> assertThat(e.maybeSent()).isEqualTo(maybeSent));
        assertThat(wecom.received(SEND)).hasSize(1);
    }

    @Test
    void namesTheAddressThatIsToBeTrusted() {
        wecom.next(SEND, Fault.code(60020));

        assertThat(failure()).hasMessageContaining("企业可信IP").hasMessageContaining("[IP 203.0.113.7]");
    }

    @Test
    void doesNotKnowWhetherItWasSentWhenTheAnswerIsLost() {
        for (Fault fault : List.of(new Fault.Reset(), new Fault.Half(), new Fault.Stall(),
                new Fault.Other(502, "<html>"),
                new Fault.Other(200, ""), new Fault.Other(200, "<html>hello"), new Fault.Other(200, "[]"),
                new Fault.Other(200, "{}"), new Fault.Other(200, "{\"errcode\":"), new Fault.Other(200, "null"))) {
            wecom.next(SEND, fault);

            assertThat(failure()).as("%s", fault).satisfies(e -> assertThat(e.maybeSent()).isTrue(),
                    e -> assertThat(e.remedy()).isEqualTo(Remedy.RETRY), e -> assertThat(e.code()).isZero());
        }
    }

    @Test
    void knowsThatNothingWasSentWhenNobodyIsThere() {
        wecom.close();

        assertThat(catchThrowableOfType(GatewayException.class,
                () -> new WecomHttp(SHORT).post(wecom.address() + SEND, Fields.of())))
                .satisfies(e -> assertThat(e.maybeSent()).isFalse(),
                        e -> assertThat(e.remedy()).isEqualTo(Remedy.RETRY));
    }

    @Test
    void knowsThatNothingWasSentWhenTheTokenIsNotToBeHad() {
        for (Fault fault : List.of(new Fault.Reset(), new Fault.Half(), new Fault.Stall(), new Fault.Other(502, "x"))) {
            wecom.next(LOGIN, fault);

            assertThat(failure()).as("%s", fault).satisfies(e -> assertThat(e.maybeSent()).isFalse());
        }
        assertThat(wecom.received(SEND)).isEmpty();
    }

    @Test
    void saysThatTheSecretIsWrongWithoutShowingIt() {
        api = new WecomApi(new Account("ww1", "wr0ng", wecom.address()), SHORT);

        assertThat(failure()).satisfies(e -> assertThat(e.remedy()).isEqualTo(Remedy.DISABLE))
                .hasMessageContaining("Secret").hasMessageNotContaining("wr0ng").hasNoCause();
    }
}
