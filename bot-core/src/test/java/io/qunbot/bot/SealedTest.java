package io.qunbot.bot;

import static io.qunbot.bot.ArchiveHome.count;
import static io.qunbot.bot.ArchiveHome.drafts;
import static io.qunbot.bot.ArchiveHome.reaches;
import static io.qunbot.bot.ArchiveHome.said;
import static io.qunbot.bot.ArchiveHome.text;
import static io.qunbot.bot.ArchiveHome.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.qunbot.bot.archive.Reopened;
import io.qunbot.store.FullDisk;
import io.qunbot.wecom.archive.Sealing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, and messages that it cannot open, or cannot write down, when they come. */
@Timeout(60)
class SealedTest {

    private final Instant now = InstantSource.system().instant();

    @TempDir
    private Path folder;
    private ArchiveHome home;
    private Sealing sealing;
    private Sealing other;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        sealing = new Sealing();
        other = new Sealing();
        home = new ArchiveHome(folder, "{ kind: wecom-archive, api: \"%s\", privateKeys: { 3: 3.pem },"
                + " source: { file: \"in/*.jsonl\", every: 1s } }");
    }

    @AfterEach
    void stop() {
        home.close();
    }

    private void key(Sealing whose) throws IOException {
        Files.writeString(folder.resolve("3.pem"), whose.pem());
    }

    private String sealed(long seq, int version, String text) throws GeneralSecurityException {
        String message = JsonParser.parseString(text(seq, "wm1", now, text)).getAsJsonObject().get("message")
                .toString();
        return sealing.sealed(seq, version, message) + "\n";
    }

    private static List<String> problems(Bot bot) {
        return bot.status().problems().stream().map(Status.Trouble::text).toList();
    }

    @Test
    void whatAWrongKeyDoesNotOpenIsKeptAndOpenedByTheRightOne() throws Exception {
        key(other);
        try (TestHome.Running running = home.start()) {
            home.comes(sealed(1, 3, "机密一"), sealed(2, 9, "机密二"), text(3, "wm1", now, "公开的"));
            reaches(running.bot(), 3);

            assertThat(said(running.bot())).containsExactly("公开的");
            assertThat(count(running.bot(), "archive.sealed.archive")).isEqualTo(2);
            assertThat(problems(running.bot())).anySatisfy(text -> assertThat(text).contains("{3=1, 9=1}"));

            key(sealing);
            Reopened done = running.bot().archives().pullers().reopen().getFirst().join();
            assertThat(done).isEqualTo(new Reopened("archive", 1, Map.of(9, 1L), ""));
            assertThat(said(running.bot())).containsExactlyInAnyOrder("公开的", "机密一");
            until(() -> !drafts(running.bot()).isEmpty());
            assertThat(running.bot().archives().pullers().reopen().getFirst().join().opened()).isZero();
        }
    }

    @Test
    void aStartOpensWhatItCan() throws Exception {
        key(other);
        try (TestHome.Running running = home.start()) {
            home.comes(sealed(1, 3, "等钥匙"));
            reaches(running.bot(), 1);
            assertThat(count(running.bot(), "archive.sealed.archive")).isEqualTo(1);
        }
        key(sealing);
        try (TestHome.Running running = home.start()) {
            until(() -> count(running.bot(), "archive.sealed.archive") == 0);
            assertThat(said(running.bot())).containsExactly("等钥匙");
            assertThat(problems(running.bot())).isEmpty();
        }
    }

    @Test
    void theStoppedStoreOpensThemToo() throws Exception {
        key(other);
        try (TestHome.Running running = home.start()) {
            home.comes(sealed(1, 3, "等钥匙"));
            reaches(running.bot(), 1);
        }
        key(sealing);
        List<Reopened> done = home.home.offline(offline -> offline.archive().decode(home.home.home, home.home.read()));
        assertThat(done).containsExactly(new Reopened("archive", 1, Map.of(), ""));
    }

    @Test
    void aFullDiskStopsThePullerUntilThereIsRoomAndNothingIsLost() throws Exception {
        key(sealing);
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            home.comes(text(1, "wm1", now, "之前"));
            reaches(bot, 1);
            FullDisk.fill(bot.store());
            home.comes(text(2, "wm1", now, "满".repeat(60_000)), text(3, "wm1", now, "之后"));
            until(() -> problems(bot).stream().anyMatch(text -> text.contains("会再试")));
            assertThat(problems(bot)).anySatisfy(text -> assertThat(text).contains("503"));
            assertThat(count(bot, "archive.seq.archive")).isEqualTo(1);

            FullDisk.makeRoom(bot.store());
            reaches(bot, 3);
            assertThat(said(bot)).hasSize(3);
            until(() -> problems(bot).stream().noneMatch(text -> text.contains("503") || text.contains("会再试")));
        }
    }

    @Test
    void aBotThatNobodyTalksToFindsOutByItselfThatThereIsRoom() throws Exception {
        key(sealing);
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            FullDisk.fill(bot.store());
            home.comes(text(1, "wm1", now, "满".repeat(60_000)));
            until(() -> bot.store().writer().failing());
            Files.writeString(folder.resolve("in/1.jsonl"), "");
            FullDisk.makeRoom(bot.store());
            until(() -> !bot.store().writer().failing());
            assertThat(bot.store().lastSeq()).isLessThanOrEqualTo(1);
        }
    }
}
