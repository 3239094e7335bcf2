package io.qunbot.bot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When files that changed are worth reading. */
class SettlingTest {

    private static final Map<String, String> KNOWN = Map.of("a", "一", "b", "二");

    private final Settling settling = new Settling(files(KNOWN));
    private Instant now = Instant.parse("2026-12-03T01:00:00Z");

    @Test
    void aChangeIsReadOnceItHasNotMovedForAMoment() {
        assertThat(look(0, Map.of("a", "新", "b", "二"))).isEmpty();
        assertThat(look(100, Map.of("a", "新的", "b", "二"))).isEmpty();
        assertThat(look(200, Map.of("a", "新的", "b", "二"))).isEmpty();
        assertThat(settling.isUnsettled()).isTrue();
        assertThat(look(100, Map.of("a", "新的", "b", "二"))).contains(Map.of("a", "新的", "b", "二"));
    }

    @Test
    void whatIsAsItWasIsNotReadAgain() {
        look(0, Map.of("a", "新", "b", "二"));
        assertThat(look(100, KNOWN)).isEmpty();
        assertThat(look(1000, KNOWN)).isEmpty();
        assertThat(settling.isUnsettled()).isFalse();
    }

    @Test
    void aFileThatIsAwayOrEmptyForAMomentIsTakenForWhatItWas() {
        assertThat(look(0, Map.of("b", "二"))).isEmpty();
        assertThat(look(2000, Map.of("b", "二"))).isEmpty();
        assertThat(look(1000, Map.of("a", "", "b", "二"))).isEmpty();
        assertThat(look(1000, Map.of("a", "\0\0\0", "b", "二"))).isEmpty();
        assertThat(look(500, KNOWN)).isEmpty();
        assertThat(look(9000, KNOWN)).isEmpty();
    }

    @Test
    void anotherFileDoesNotWaitForTheOneThatIsAway() {
        assertThat(look(0, Map.of("b", "新"))).isEmpty();
        assertThat(look(300, Map.of("b", "新"))).contains(Map.of("a", "一", "b", "新"));
    }

    @Test
    void aFileThatStaysAwayIsGone() {
        look(0, Map.of("b", "二"));
        assertThat(look(4900, Map.of("b", "二"))).isEmpty();
        assertThat(look(200, Map.of("b", "二"))).isEmpty();
        assertThat(look(300, Map.of("b", "二"))).contains(Map.of("b", "二"));
    }

    @Test
    void aFileUnderANewNameIsNotThereTwice() {
        look(0, Map.of("b", "二", "c", "一"));
        assertThat(look(300, Map.of("b", "二", "c", "一"))).contains(Map.of("b", "二", "c", "一"));
    }

    @Test
    void aFolderWithoutAnyFileIsNotBelieved() {
        look(0, Map.of());
        assertThat(settling.isBereft(now)).isFalse();
        assertThat(look(60_000, Map.of())).isEmpty();
        assertThat(settling.isBereft(now)).isTrue();
        assertThat(look(1000, KNOWN)).isEmpty();
        assertThat(settling.isBereft(now)).isFalse();
    }

    /** What is read after so many milliseconds, and is read then. */
    private Optional<Map<String, String>> look(long later, Map<String, String> onDisk) {
        now = now.plus(Duration.ofMillis(later));
        Optional<SortedMap<String, byte[]>> settled = settling.look(files(onDisk), now);
        settled.ifPresent(settling::took);
        return settled.map(files -> {
            Map<String, String> texts = new TreeMap<>();
            files.forEach((path, content) -> texts.put(path, new String(content, StandardCharsets.UTF_8)));
            return texts;
        });
    }

    private static SortedMap<String, byte[]> files(Map<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
