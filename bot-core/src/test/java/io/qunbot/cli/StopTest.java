package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bot is told to stop while there is much to say and WeCom takes its time. */
@Timeout(120)
class StopTest {

    private static final String SEND = "/cgi-bin/webhook/send";
    private static final int GROUPS = 300;

    private final WecomStandIn wecom = WecomStandIn.start(InstantSource.system());
    private CliHome home;

    @BeforeEach
    void furnish(@TempDir Path folder) throws IOException {
        home = CliHome.in(folder.resolve("home"));
        home.configure("channels:\n",
                """
                        channels:
                          robot: { kind: wecom-robot, token: QDG6eK, aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C, webhook: "%s" }
                        """
                        .formatted(wecom.robot("key1")));
        Files.createDirectories(home.root().resolve("data"));
        Instant now = InstantSource.system().instant();
        try (Store store = store()) {
            Rows.write(store, tables -> {
                for (int group = 1; group <= GROUPS; group++) {
                    Chat chat = new Chat(new ChatId("wr" + group), ChatKind.INTERNAL, "robot");
                    tables.lane(new LaneRow(group, chat.lane(), Optional.of(chat), Optional.empty()), now);
                    tables.post(words(group, now));
                }
            });
        }
    }

    private static OutboxRow words(int group, Instant now) {
        return new OutboxRow(0, group, group, "robot", "say", "", "第 " + group + " 句", "bell", "rule", now, now,
                now.plus(Duration.ofHours(1)), 0, Outcome.WAITING, "").with(OutboxRow.Route.by("robot", Manner.ANSWER));
    }

    private Store store() {
        return Rows.open(home.root().resolve("data"));
    }

    @AfterEach
    void close() {
        wecom.close();
    }

    private String log() throws IOException {
        return Files.readString(home.root().resolve("log"));
    }

    private List<OutboxRow> rows() {
        try (Store store = store()) {
            return store.outgoing().after(0);
        }
    }

    @Test
    void whatIsBeingSaidEndsAndNothingIsBegun() throws IOException {
        for (int time = 0; time < GROUPS; time++) {
            wecom.next(SEND, new Fault.Stall());
        }
        try (RunningBot _ = RunningBot.of(home)) {
            while (wecom.received(SEND).isEmpty()) {
                Thread.onSpinWait();
            }
        }

        assertThat(log()).doesNotContain("our bug", "ERROR", "Exception");
        assertThat(rows()).hasSize(GROUPS).extracting(OutboxRow::outcome).containsOnly(Outcome.WAITING);
        assertThat(rows()).filteredOn(row -> row.attempts() > 0).hasSize(1).noneMatch(row -> row.route().sending());
    }

    @Test
    void manyThatAreTakenAtOnceEndWhereTheyAre() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            while (wecom.received(SEND).size() < 5) {
                Thread.onSpinWait();
            }
        }

        assertThat(log()).doesNotContain("our bug", "ERROR", "Exception");
        assertThat(rows()).filteredOn(row -> row.outcome() == Outcome.SENT).hasSize(wecom.received(SEND).size());
        assertThat(rows()).filteredOn(row -> row.route().sending()).isEmpty();
    }
}
