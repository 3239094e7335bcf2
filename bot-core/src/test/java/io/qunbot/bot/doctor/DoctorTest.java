package io.qunbot.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.Home;
import io.qunbot.bot.doctor.Finding.State;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final String SEND = "/cgi-bin/webhook/send";

    @TempDir
    private Path folder;
    private WecomStandIn wecom;

    @BeforeEach
    void start() {
        wecom = WecomStandIn.start(new VirtualClock(Instant.parse("2026-11-02T01:00:00Z"))).app("ww1", "s3cret", 7);
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private List<Finding> examine(String channel, String secret, boolean say) throws IOException {
        return new Doctor(config(secret), new Home(Path.of(".")), say).examine(channel);
    }

    private BotConfig config(String secret) throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.config().getParent());
        String callback = "token: QDG6eK, aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
        Files.writeString(home.config(), """
                server: { port: 0 }
                channels:
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: "%s", api: "%s", %s }
                  robot: { kind: wecom-robot, webhook: "%s", %s }
                """.formatted(secret, wecom.address(), callback, wecom.robot("k3y"), callback));
        Problems problems = new Problems();
        return new ConfigReader(_ -> Optional.empty()).read(home, problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.all().toString()));
    }

    private static List<State> states(List<Finding> findings) {
        return findings.stream().map(Finding::state).toList();
    }

    @Test
    void findsAnAppThatMayDoEverything() throws IOException {
        assertThat(states(examine("app", "s3cret", false)))
                .containsExactly(State.FINE, State.FINE, State.FINE, State.FINE, State.OPEN);
        assertThat(wecom.received("/cgi-bin/gettoken")).hasSize(1);
    }

    @Test
    void saysWhatIsMissingInTheWordsOfTheConsole() throws IOException {
        wecom.next("/cgi-bin/agent/get", Fault.code(60020));
        wecom.next("/cgi-bin/externalcontact/groupchat/list", Fault.code(48002));
        List<Finding> found = examine("app", "s3cret", false);

        assertThat(states(found)).containsExactly(State.FINE, State.WRONG, State.WRONG, State.FINE, State.OPEN);
        assertThat(found.get(1).detail().zh()).contains("60020", "企业可信IP", "203.0.113.7");
        assertThat(found.get(1).detail().en()).contains("60020", "trusted IPs", "203.0.113.7");
        assertThat(found.get(2).detail().zh()).contains("可调用接口的应用");
    }

    @Test
    void stopsAtASecretThatIsWrong() throws IOException {
        List<Finding> found = examine("app", "wr0ng", false);

        assertThat(states(found)).containsExactly(State.WRONG, State.OPEN);
        assertThat(found.toString()).contains("Secret").doesNotContain("wr0ng");
    }

    @Test
    void triesAWebhookOnlyWhenItMaySaySomething() throws IOException {
        assertThat(states(examine("robot", "s3cret", false))).containsExactly(State.OPEN, State.OPEN);
        assertThat(wecom.received(SEND)).isEmpty();
        assertThat(states(examine("robot", "s3cret", true))).containsExactly(State.FINE, State.OPEN);
        assertThat(wecom.received(SEND)).hasSize(1);
        wecom.next(SEND, Fault.code(93000));
        List<Finding> found = examine("robot", "s3cret", true);
        assertThat(states(found)).containsExactly(State.WRONG, State.OPEN);
        assertThat(found.toString()).contains("93000").doesNotContain("k3y");
    }

    @Test
    void saysWhatAnAppWithoutASecretCannotDo() throws IOException {
        assertThat(states(examine("app", "", false))).containsExactly(State.OPEN, State.OPEN);
        assertThat(wecom.received()).isEmpty();
    }
}
