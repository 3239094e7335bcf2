package io.qunbot.store;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rows and stores for tests. */
public final class Rows {

    public static final Instant NOW = Instant.parse("2026-12-03T01:00:00Z");

    private Rows() {}

    public static Store open(Path folder) {
        return Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform().name("test-writer").daemon());
    }

    /** Writes something and waits until it is on disk. */
    public static void write(Store store, SmallUnit.Statement statement) {
        SmallUnit unit = new SmallUnit("a test's rows", statement);
        store.writer().submit(unit);
        if (!unit.awaitEnd()) {
            throw new AssertionError("it could not be written");
        }
    }

    public static JournalRow event(int lane, String key, Instant received) {
        return event(lane, key, received, JournalState.DONE);
    }

    public static JournalRow event(int lane, String key, Instant received, JournalState state) {
        return new JournalRow(0, lane, new EventId("wecom", key), received, received, state,
                key.getBytes(StandardCharsets.UTF_8), null, null);
    }

    public static LaneRow chat(int number, ChatKind kind) {
        Chat chat = new Chat(new ChatId("wr" + number), kind, "wecom");
        return new LaneRow(number, chat.lane(), Optional.of(chat), Optional.of("群" + number));
    }

    /** Words that wait in a lane since {@link #NOW}. */
    public static OutboxRow words(int lane, String body) {
        return new OutboxRow(0, 1, lane, "wecom", "say", "", body, "reply", "rule", NOW, NOW,
                NOW.plus(Duration.ofMinutes(10)), 0, Outcome.WAITING, "");
    }
}
