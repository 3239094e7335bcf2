package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few thousand of the requests that {@link Hostility} sends by the hundred thousand. */
class HostilityTest {

    @Test
    void hostileRequestsLeaveTheServerAnsweringAndTellNothing(@TempDir Path home) throws Exception {
        LoadHome.write(home);
        EchoPlugin.install(home);
        Files.writeString(home.resolve("rules/load.yaml"), """
                profile: load
                goal: 撑住
                value: [不倒]
                groups: [{ direct: true }]
                plugins: { echo: {} }
                """);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "io.qunbot.cli.Main", "run", "--lang", "en", "--home",
                home.toString(), "--port", "0");
        try (ServerProcess bot = ServerProcess.start(command, home.resolve("errors.log"), LoadHome::port)) {
            Hostility hostility = new Hostility(bot.port(), 20261122);
            hostility.run(600);
            int threads = bot.threads();
            hostility.run(2400);
            assertThat(hostility.talkative()).isEmpty();
            assertThat(hostility.statuses().keySet())
                    .isSubsetOf("400", "403", "404", "405", "408", "413", "414", "431", "closed", "connection cut");
            assertThat(hostility.statuses()).containsKeys("400", "403", "405", "413");
            assertThat(bot.threads()).isLessThanOrEqualTo(threads + 1);
            assertThat(hostility.isServed()).isTrue();
        }
        assertThat(Files.readString(home.resolve("errors.log"))).doesNotContain("\tat ");
    }
}
