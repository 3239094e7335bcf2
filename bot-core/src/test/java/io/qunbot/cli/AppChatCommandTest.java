package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The app's own groups, from the command line to WeCom. */
@Timeout(120)
class AppChatCommandTest {

    private static final String CHAT = "/cgi-bin/appchat/";

    @TempDir
    private Path folder;
    private WecomStandIn wecom;
    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7);
        home = CliHome.in(folder.resolve("home"));
        home.configure("channels:\n", """
                channels:
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", token: QDG6eK,
                         aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C }
                """.formatted(wecom.address()));
        home.write("rules/good.yaml", CliHome.GOOD_RULES.replace("channel: assistant", "channel: app"));
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    @Test
    void areMadeAndChanged() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            CliHome.Result made = home.qunbot("appchat", "create", "值班群", "--owner", "zhou.min", "--members",
                    "zhou.min,li.lei,han.mei", "--id", "duty1");

            assertThat(made.err()).isEmpty();
            assertThat(made.out()).contains("duty1", "值班群", "zhou.min", "li.lei", "han.mei");
            assertThat(wecom.received(CHAT + "create")).singleElement().satisfies(asked -> assertThat(asked.json())
                    .isEqualTo(JsonParser.parseString("{\"name\":\"值班群\",\"owner\":\"zhou.min\",\"userlist\":"
                            + "[\"zhou.min\",\"li.lei\",\"han.mei\"],\"chatid\":\"duty1\"}")));

            CliHome.Result changed = home.qunbot("appchat", "update", "duty1", "--name", "夜班群", "--add", "tang.lin",
                    "--remove", "li.lei");

            assertThat(changed.out()).contains("夜班群", "tang.lin").doesNotContain("li.lei");
        }
    }

    @Test
    void areRefusedWithASentence() throws IOException {
        assertThat(home.qunbot("appchat", "create", "群", "--owner", "a", "--members", "a,b").err())
                .contains("no bot is running");
        try (RunningBot _ = RunningBot.of(home)) {
            assertThat(home.qunbot("appchat", "create", "群", "--owner", "a", "--members", "a").err())
                    .contains("2 to 2000");
            wecom.next(CHAT + "create", Fault.code(48002));
            CliHome.Result refused = home.qunbot("appchat", "create", "群", "--owner", "a", "--members", "a,b");
            assertThat(refused.err()).contains("48002").doesNotContain("s3cret");
            assertThat(refused.exit()).isEqualTo(3);
        }
    }
}
