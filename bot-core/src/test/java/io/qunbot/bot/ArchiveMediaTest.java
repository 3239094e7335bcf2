package io.qunbot.bot;

import static io.qunbot.bot.ArchiveHome.count;
import static io.qunbot.bot.ArchiveHome.line;
import static io.qunbot.bot.ArchiveHome.reaches;
import static io.qunbot.bot.ArchiveHome.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.archive.media.MediaList;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.plugin.mask.Masks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, and pictures that customers send. */
@Timeout(30)
class ArchiveMediaTest {

    private static final String MD5_OF_HELLO = "5d41402abc4b2a76b9719d911017c592";

    private final Instant now = InstantSource.system().instant();

    @TempDir
    private Path folder;
    private ArchiveHome home;

    @BeforeEach
    void start() throws IOException {
        home = new ArchiveHome(folder,
                "{ kind: wecom-archive, api: \"%s\", source: { file: \"in/*.jsonl\", every: 1s } }");
        Files.createDirectories(folder.resolve("in/media"));
        Files.writeString(folder.resolve("in/media").resolve(MD5_OF_HELLO), "hello");
    }

    @AfterEach
    void stop() {
        home.close();
    }

    private String image(long seq, String from) {
        return line(seq, from, now, "image",
                "{\"sdkfileid\":\"x\",\"md5sum\":\"" + MD5_OF_HELLO + "\",\"filesize\":5}");
    }

    @Test
    void aPictureIsFetchedAndKept() throws IOException {
        try (TestHome.Running running = home.start()) {
            home.comes(image(1, "wm1"));
            until(() -> count(running.bot(), "media.stored") == 1);

            long seq = running.bot().archive().tail("wr1", 1).orElseThrow().getFirst().seq();
            MediaList.Line line = running.bot().archives().mediaList().of(seq).getFirst();
            assertThat(Path.of(line.path())).startsWith(home.home.data().resolve("media")).hasContent("hello");
            assertThat(count(running.bot(), "media.bytes")).isEqualTo(5);
        }
    }

    @Test
    void whoTakesAPictureIsWrittenDown() throws IOException {
        try (TestHome.Running running = home.start()) {
            home.comes(image(1, "wm1"));
            until(() -> count(running.bot(), "media.stored") == 1);
            long seq = running.bot().archive().tail("wr1", 1).orElseThrow().getFirst().seq();
            MediaList media = running.bot().archives().mediaList();
            Visitor visitor = new Visitor("王审计", "media", Masks.NONE, false, 0);

            assertThat(media.take(seq, 7, visitor, InstantSource.system())).isEmpty();
            assertThat(media.take(seq, 0, visitor, InstantSource.system())).isPresent();
            assertThat(running.bot().archives().reading().visits(now, 10)).singleElement().satisfies(visit -> {
                assertThat(visit.by()).isEqualTo("王审计");
                assertThat(visit.command()).isEqualTo("media");
                assertThat(visit.wanted()).contains("\"seq\":\"" + seq + "\"", "\"part\":\"0\"");
                assertThat(visit.hits()).isEqualTo(1);
            });
        }
    }

    @Test
    void noPictureOfWhoDidNotAgreeIsFetchedNorAnyWhereNoneIsWanted() throws IOException {
        home.keeping("required", "off");
        try (TestHome.Running running = home.start()) {
            home.comes(image(1, "wm1"), image(2, "li"));
            reaches(running.bot(), 2);
            until(() -> count(running.bot(), "media.unwanted") == 1);

            assertThat(count(running.bot(), "media.waiting")).isZero();
            assertThat(count(running.bot(), "archive.metadata.only.archive")).isEqualTo(1);
        }
    }
}
