package io.qunbot.bot.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.archive.Imported;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History that is imported may be too old at once. */
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-12-03T01:00:00Z");

    @TempDir
    private Path folder;

    private static String line(int seq, String group, Instant at) {
        return "{\"seq\":" + seq + ",\"message\":{\"msgid\":\"m" + seq + "\",\"action\":\"send\",\"from\":\"wm1\","
                + "\"tolist\":[],\"roomid\":\"" + group + "\",\"msgtime\":" + at.toEpochMilli()
                + ",\"msgtype\":\"text\",\"text\":{\"content\":\"历史\"}}}\n";
    }

    @Test
    void conversationsWithWhatIsTooOldAreFoundOnceAnHour() throws IOException {
        Path file = Files.writeString(folder.resolve("archive.jsonl"), line(1, "old", NOW.minus(Duration.ofDays(40)))
                + line(2, "old", NOW.minus(Duration.ofDays(3))) + line(3, "new", NOW.minus(Duration.ofDays(3)))
                + line(4, "forever", NOW.minus(Duration.ofDays(4000))));
        List<String> expired = new ArrayList<>();
        try (Store store = Rows.open(folder)) {
            assertThat(Imported.into(store, file, InstantSource.fixed(NOW)).added()).isEqualTo(4);
            store.sealing().catchUp();
            Retention retention = new Retention(store, InstantSource.fixed(NOW),
                    (chat, _) -> chat.id().value().equals("forever")
                            ? Optional.empty()
                            : Optional.of(Duration.ofDays(30)),
                    (lane, before) -> {
                        expired.add(store.lane(lane).orElseThrow().id() + " " + before);
                        Rows.write(store, tables -> tables.purge(lane, before, 500));
                    });
            retention.look();
            retention.look();

            assertThat(expired).containsExactly("chat:old " + NOW.minus(Duration.ofDays(30)));
            assertThat(store.journal(1)).isEmpty();
            assertThat(store.journal(2)).isPresent();
            assertThat(store.verify("", List.of()).damages()).isEmpty();
        }
    }
}
