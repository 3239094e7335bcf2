package io.qunbot.load;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An archive in which it is known who said what: each message in its turn in one of some groups, a minute apart. */
public final class Recordings {

    public static final Instant START = Instant.parse("2026-12-03T01:00:00Z");

    private static final String CHANNEL = "robot";
    private static final int PART = 1000;

    private final Store store;
    private final int groups;

    public Recordings(Store store, int groups) {
        this.store = store;
        this.groups = groups;
    }

    /** The n-th is said in group n modulo their number, and has the number n + 1. */
    public void fill(List<String> texts) {
        write(tables -> {
            for (int group = 0; group < groups; group++) {
                tables.lane(new LaneRow(group + 1, LaneId.of(chat(group).id()), Optional.of(chat(group)),
                        Optional.of(chat(group).id().value())), START);
            }
        });
        for (int from = 0; from < texts.size(); from += PART) {
            int first = from;
            write(tables -> {
                for (int i = first; i < Math.min(texts.size(), first + PART); i++) {
                    tables.append(row(i, texts.get(i)));
                }
            });
        }
    }

    private void write(SmallUnit.Statement statement) {
        SmallUnit unit = new SmallUnit("a recording", statement);
        store.writer().submit(unit);
        if (!unit.awaitEnd()) {
            throw new IllegalStateException("not written");
        }
    }

    private JournalRow row(int number, String text) {
        Instant at = START.plus(Duration.ofSeconds(60L * number / groups));
        return new JournalRow(0, number % groups + 1, new EventId(CHANNEL, "m" + number), at, at, JournalState.DONE,
                (number % groups + "\n" + text).getBytes(StandardCharsets.UTF_8), null, null);
    }

    private static Chat chat(int group) {
        return new Chat(new ChatId("group" + group), ChatKind.INTERNAL, CHANNEL);
    }

    /** Reads a message back. */
    public static Event decode(String channel, byte[] payload, Instant received) {
        String[] parts = new String(payload, StandardCharsets.UTF_8).split("\n", 2);
        Chat chat = chat(Integer.parseInt(parts[0]));
        return new Event.Said(new EventId(channel, chat.id() + "@" + received), received, chat,
                new MemberId("李雷"), new Content.Text(parts[1]), true);
    }
}
