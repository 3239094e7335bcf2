package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Outcome;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import io.qunbot.store.Tables;
import io.qunbot.store.WriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of a data folder, and of a bot that runs on it. */
class OutboxCommandTest {

    @TempDir
    private Path folder;

    private final Instant now = InstantSource.system().instant();
    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = CliHome.in(folder.resolve("home"));
        Files.createDirectories(home.root().resolve("data"));
        try (Store store = Rows.open(home.root().resolve("data"))) {
            Rows.write(store, tables -> {
                Chat chat = new Chat(new ChatId("wr1"), ChatKind.INTERNAL, "elsewhere");
                tables.lane(new LaneRow(1, chat.lane(), Optional.of(chat), Optional.empty()), now);
                post(tables, "等着的", Duration.ofHours(1), Outcome.WAITING, "");
                post(tables, "没说成的", Duration.ofHours(2), Outcome.FAILED, "44004 content is empty");
                post(tables, "前天的", Duration.ofDays(2), Outcome.SENT, "");
            });
        }
    }

    private void post(Tables tables, String text, Duration ago, Outcome outcome, String reason)
            throws WriteException {
        tables.post(new OutboxRow(0, 1, 1, "elsewhere", "say", "", text, "reply", "invoice", now.minus(ago),
                now.minus(ago), now.plus(Duration.ofHours(1)), 1, outcome, reason));
    }

    @Test
    void saysWhatWaitsAndWhatBecameOfTheRest() throws Exception {
        CliHome.Result offline = home.qunbot("outbox");
        assertThat(offline.err()).isEmpty();
        assertThat(offline.out().lines()).hasSize(3)
                .anyMatch(line -> line.contains("等着的") && line.contains("waits until"))
                .anyMatch(line -> line.contains("没说成的") && line.contains("failed") && line.contains("reply/invoice"))
                .anyMatch(line -> line.equals("    44004 content is empty"));
        try (RunningBot _ = RunningBot.of(home)) {
            assertThat(home.qunbot("outbox")).isEqualTo(offline);
        }
    }

    @Test
    void canBeAskedForLessOrMore() {
        assertThat(home.qunbot("outbox", "wr1", "--outcome", "failed").out()).contains("没说成的").doesNotContain("等着的");
        assertThat(home.qunbot("outbox", "--since", "3d").out()).contains("前天的");
        assertThat(home.qunbot("outbox", "--format", "json").out()).contains("\"outcome\":\"waiting\"",
                "\"route\":\"elsewhere\"", "\"rule\":\"reply/invoice\"");
        assertThat(home.qunbot("outbox", "wr9").exit()).isEqualTo(3);
        assertThat(home.qunbot("outbox", "--outcome", "gone").exit()).isEqualTo(2);
        assertThat(home.qunbot("outbox", "--since", "gestern").exit()).isEqualTo(2);
    }

    @Test
    void whatWaitsCanBeTakenBackAndSentAfterAll() throws Exception {
        assertThat(home.qunbot("outbox", "cancel", "1").out()).contains("1  cancelled");
        CliHome.Result again = home.qunbot("outbox", "cancel", "1");
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).contains("cancelled");
        try (RunningBot _ = RunningBot.of(home)) {
            assertThat(home.qunbot("outbox", "retry", "1").out()).contains("1  waiting");
            assertThat(home.qunbot("outbox", "retry", "2").out()).contains("2  waiting");
            assertThat(home.qunbot("outbox", "retry", "3").exit()).isEqualTo(3);
            assertThat(home.qunbot("outbox", "cancel", "2").out()).contains("2  cancelled");
            assertThat(home.qunbot("outbox", "retry", "99").exit()).isEqualTo(3);
        }
    }
}
