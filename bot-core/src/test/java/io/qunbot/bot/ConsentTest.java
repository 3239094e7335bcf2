package io.qunbot.bot;

import static io.qunbot.bot.ArchiveHome.consent;
import static io.qunbot.bot.ArchiveHome.count;
import static io.qunbot.bot.ArchiveHome.drafts;
import static io.qunbot.bot.ArchiveHome.reaches;
import static io.qunbot.bot.ArchiveHome.said;
import static io.qunbot.bot.ArchiveHome.text;
import static io.qunbot.bot.ArchiveHome.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.archive.ImportReport;
import io.qunbot.simulation.standin.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, and customers who agreed that their words are kept, or did not. */
@Timeout(20)
class ConsentTest {

    private static final String ROOM = "/cgi-bin/msgaudit/check_room_agree";
    private static final String WITHHELD = "[没有同意存档,内容没有保存]";

    private final Instant now = InstantSource.system().instant();

    @TempDir
    private Path folder;
    private ArchiveHome home;

    @BeforeEach
    void start() throws IOException {
        home = new ArchiveHome(folder, "{ kind: wecom-archive, corpId: ww1, secret: s3cret, api: \"%s\","
                + " source: { file: \"in/*.jsonl\", every: 1s } }");
    }

    @AfterEach
    void stop() {
        home.close();
    }

    /** Whether words stand anywhere in the data folder. */
    private boolean isOnDisk(String words) throws IOException {
        try (Stream<Path> files = Files.walk(home.home.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void whereConsentIsRequiredOnlyThoseWhoAgreedAreKeptAndHeard() throws IOException {
        home.keeping("required");
        home.wecom.consents("wr1", "wm1", "Agree");
        try (TestHome.Running running = home.start()) {
            home.comes(text(1, "wm1", now, "我同意过"));
            until(() -> !drafts(running.bot()).isEmpty());
            home.comes(text(2, "wm2", now, "谁也没问过我"), text(3, "li", now, "同事说的"));
            reaches(running.bot(), 3);

            assertThat(said(running.bot())).containsExactly("我同意过", WITHHELD, "同事说的");
            assertThat(isOnDisk("我同意过")).isTrue();
            assertThat(isOnDisk("谁也没问过我")).isFalse();
            assertThat(count(running.bot(), "archive.metadata.only.archive")).isEqualTo(1);
            assertThat(home.wecom.received(ROOM)).isNotEmpty()
                    .allSatisfy(request -> assertThat(request.body()).contains("\"roomid\":\"wr1\""));
        }
    }

    @Test
    void whoDisagreesIsKeptNoMoreFromThenOnAndWhoAgreesAgainIs() throws IOException {
        try (TestHome.Running running = home.start()) {
            home.comes(text(1, "wm1", now.minusSeconds(9), "之前"), consent(2, "wm1", now.minusSeconds(8), false),
                    text(3, "wm1", now.minusSeconds(7), "之后"), consent(4, "wm1", now.minusSeconds(6), true),
                    text(5, "wm1", now.minusSeconds(5), "又同意"));
            reaches(running.bot(), 5);
            home.comes(text(6, "wm1", now.minusSeconds(7), "迟到的"));
            reaches(running.bot(), 6);

            assertThat(said(running.bot())).containsExactly("之前", WITHHELD, "又同意", WITHHELD);
            assertThat(isOnDisk("迟到的")).isFalse();
            assertThat(count(running.bot(), "turns")).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void whatIsKnownOutlivesARestart() throws IOException {
        try (TestHome.Running running = home.start()) {
            home.comes(consent(1, "wm1", now.minusSeconds(9), false));
            reaches(running.bot(), 1);
        }
        try (TestHome.Running running = home.start()) {
            home.comes(text(2, "wm1", now, "不该留下"));
            reaches(running.bot(), 2);
            assertThat(said(running.bot())).containsExactly(WITHHELD);
        }
    }

    @Test
    void whatIsDroppedIsCountedOnceAndNothingElseOfItStays() throws IOException {
        home.keeping("{ need: required, otherwise: drop }");
        String line = text(1, "wm2", now, "什么都不留");
        try (TestHome.Running running = home.start()) {
            home.comes(line, line);
            reaches(running.bot(), 1);

            assertThat(count(running.bot(), "archive.dropped.archive")).isEqualTo(1);
            assertThat(running.bot().archive().tail("wr1", 5).orElseThrow()).isEmpty();
            assertThat(isOnDisk("什么都不留")).isFalse();
            assertThat(isOnDisk("wm2")).isFalse();
        }
    }

    @Test
    void aPageWaitsUntilWecomSaysWhoAgreed() throws IOException {
        home.keeping("required");
        home.wecom.consents("wr1", "wm1", "Agree");
        home.wecom.next(ROOM, new Fault.Other(502, "bad gateway"));
        try (TestHome.Running running = home.start()) {
            home.comes(text(1, "wm1", now, "等到为止"));
            reaches(running.bot(), 1);

            assertThat(said(running.bot())).containsExactly("等到为止");
            assertThat(home.wecom.received(ROOM)).hasSizeGreaterThan(1);
        }
    }

    @Test
    void whenWecomRefusesToTellThePageGoesOnAndItIsSaid() throws IOException {
        home.keeping("required");
        home.wecom.next(ROOM, Fault.code(60020));
        try (TestHome.Running running = home.start()) {
            home.comes(text(1, "wm1", now, "没人知道"));
            reaches(running.bot(), 1);

            assertThat(said(running.bot())).containsExactly(WITHHELD);
            assertThat(running.bot().status().problems()).extracting(Status.Trouble::text)
                    .anySatisfy(text -> assertThat(text).contains("同意").contains("可信IP"));
        }
    }

    @Test
    void historyIsImportedAsFarAsItMayBeKept() throws IOException {
        home.keeping("required");
        Path history = folder.resolve("history.jsonl");
        Instant then = now.minus(Duration.ofDays(3));
        Files.writeString(history, text(1, "wm1", then, "早了") + consent(2, "wm1", then.plusSeconds(1), true)
                + text(3, "wm1", then.plusSeconds(2), "可以留"));
        Files.createDirectories(home.home.data());
        try (TestHome.Running running = home.start()) {
            assertThat(running.bot().archives().imports().begin("archive", List.of(history))).isTrue();
            until(() -> running.bot().archives().imports().progress().filter(ImportReport::done).isPresent());

            assertThat(said(running.bot())).containsExactly(WITHHELD, "可以留");
            assertThat(isOnDisk("早了")).isFalse();
        }
    }
}
