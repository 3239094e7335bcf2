package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.TestHome.Running;
import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.RuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Rules that take effect by themselves, whatever editors, cables and people do to their files. */
class WatchTest {

    @TempDir
    private Path root;

    private TestHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = new TestHome(root);
    }

    @Test
    void aFileThatIsSavedTakesEffectAndOneWithAMistakeDoesNotAndIsToldOnce() throws Exception {
        home.config("admins: [zhou, lin]\n");
        try (Running running = home.start()) {
            Bot bot = running.bot();
            String first = version(bot);
            home.rules("二");
            until(() -> !version(bot).equals(first));
            String second = version(bot);
            home.rules("三\"\n  }");
            until(() -> !bot.rules().state().held().isEmpty());
            assertThat(version(bot)).isEqualTo(second);
            until(() -> bot.status().outbox().getOrDefault("UNSUPPORTED", 0L) == 1);
            home.file("other.yaml", "profile: other\n");
            until(() -> !version(bot).equals(second));
            assertThat(bot.status().outbox()).as("one notice").containsEntry("UNSUPPORTED", 1L);
            assertThat(bot.status().problems()).extracting(Status.Trouble::text)
                    .anyMatch(text -> text.startsWith("rules/service.yaml 有错误,上一个好的版本继续运行"));
            home.rules("四");
            until(() -> bot.rules().state().held().isEmpty());
        }
    }

    @Test
    void whatEditorsLeaveAroundIsNotRead() throws Exception {
        try (Running running = home.start()) {
            Bot bot = running.bot();
            for (String name : List.of(".service.yaml.swp", "4913", "service.yaml~", "#service.yaml#", ".#service.yaml",
                    "service.yaml.tmp", "~$service.yaml")) {
                home.file(name, "profile: [");
            }
            String before = version(bot);
            Path temporary = Files.writeString(root.resolve("new"), text().replace("一", "二"));
            Files.move(temporary, service(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            until(() -> !version(bot).equals(before));
            assertThat(bot.rules().state().problems()).isEmpty();
            until(() -> bot.revisions().all().size() == 2);
        }
    }

    @Test
    void halfOfAFileChangesNothingWhileTheBotRunsNorAtItsStart() throws Exception {
        String whole = text();
        try (Running running = home.start()) {
            Bot bot = running.bot();
            String before = version(bot);
            Files.writeString(service(), whole.substring(0, whole.length() / 2));
            until(() -> !bot.rules().state().held().isEmpty());
            assertThat(version(bot)).isEqualTo(before);
        }
        for (int length = 1; length < whole.length(); length += 7) {
            if (whole.charAt(length - 1) == '\n' || whole.charAt(length) == '\n') {
                continue; // whoever removes whole lines at the end may well mean it
            }
            Files.writeString(service(), whole.substring(0, length));
            try (Running running = home.start()) {
                assertThat(running.bot().rules().state().book().profile("service")).as("after %d", length).isPresent();
                assertThat(running.bot().revisions().all()).hasSize(1);
            }
        }
    }

    @Test
    void aFileThatBecomesEmptyDoesNotTakeItsGroupsAwayAtAStart() throws Exception {
        try (Running running = home.start()) {
            assertThat(running.bot().rules().state().book().profile("service")).isPresent();
        }
        for (String nothing : List.of("", "\n", "\0\0\0\0")) {
            Files.writeString(service(), nothing);
            try (Running running = home.start()) {
                assertThat(running.bot().rules().state().held()).containsExactly("rules/service.yaml");
                assertThat(running.bot().rules().state().book().profile("service")).isPresent();
            }
        }
    }

    @Test
    void aFolderThatIsMovedAwayAndBackChangesNothing() throws Exception {
        try (Running running = home.start()) {
            Bot bot = running.bot();
            String before = version(bot);
            Path away = root.resolve("away");
            Files.move(home.home.rules(), away);
            until(() -> bot.status().problems().stream().anyMatch(each -> each.text().contains("一个规则文件也没有了")));
            assertThat(bot.rules().state().book().profile("service")).isPresent();
            Files.move(away, home.home.rules());
            home.rules("二");
            until(() -> !version(bot).equals(before));
            until(() -> bot.revisions().all().stream().map(RuleVersion::cause).toList()
                    .equals(List.of(Cause.WATCH, Cause.START)));
        }
    }

    @Test
    void aFileThatIsDeletedGivesItsGroupsUpOnceItStaysAway() throws Exception {
        home.file("other.yaml", """
                profile: other
                goal: 好
                value: [好]
                groups: [{ id: wr9 }]
                plugins: { say: { text: 别的 } }
                """);
        try (Running running = home.start()) {
            Bot bot = running.bot();
            Files.delete(home.home.rules().resolve("other.yaml"));
            until(() -> bot.rules().state().book().profile("other").isEmpty());
            until(() -> bot.revisions().all().getFirst().change().removed().equals(List.of("other")));
            assertThat(bot.rules().state().book().profile("service")).isPresent();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadKeepsItsLastGoodVersion() throws Exception {
        Path unreadable = Path.of("/proc/self/mem"); // reading it from its beginning is an error, whoever one is
        try (Running running = home.start()) {
            Bot bot = running.bot();
            Files.delete(service());
            Files.createSymbolicLink(service(), unreadable);
            until(() -> !bot.rules().state().held().isEmpty());
            assertThat(bot.rules().state().problems()).extracting(problem -> problem.code()).containsExactly("C021");
            assertThat(bot.rules().state().book().profile("service")).isPresent();
            Files.delete(service());
            home.rules("二");
            until(() -> bot.rules().state().held().isEmpty());
        }
    }

    @Test
    void whatALinkLeadsToIsWatchedToo() throws Exception {
        Path real = Files.writeString(root.resolve("real"), text());
        Files.delete(service());
        Files.createSymbolicLink(service(), real);
        try (Running running = home.start()) {
            String before = version(running.bot());
            Files.writeString(real, text().replace("一", "二"));
            until(() -> !version(running.bot()).equals(before));
        }
    }

    @Test
    void byHandNothingHappensUntilItIsAskedFor() throws Exception {
        home.config("reload: manual\n");
        try (Running running = home.start()) {
            String before = version(running.bot());
            home.rules("二");
            assertThat(version(running.bot())).isEqualTo(before);
            assertThat(running.bot().reload().change().files()).hasSize(1);
            assertThat(version(running.bot())).isNotEqualTo(before);
        }
    }

    private Path service() {
        return home.home.rules().resolve("service.yaml");
    }

    private String text() throws IOException {
        return Files.readString(service());
    }

    private static String version(Bot bot) {
        return bot.rules().state().book().version();
    }

    private static void until(BooleanSupplier happened) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); !happened.getAsBoolean();) {
            assertThat(System.nanoTime()).as("it did not happen").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
