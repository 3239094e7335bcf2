package io.qunbot.bot;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.store.JournalRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the journal as people do: who said what, and what the bot said to it. Thread-safe. */
public final class Archive {

    private final Store store;
    private final Decoder decoder;

    /**
     * A line of the archive.
     *
     * @param seq the journal row; an event and what the bot said to it share it
     * @param at ISO 8601, UTC
     * @param from a member's id, {@code bot}, or empty for what nobody said
     * @param type {@code said}, {@code joined}, …; for the bot {@code answer}, {@code say} or {@code tell}
     * @param outcome for the bot's words what became of them, else empty
     * @param recalled whether who said it took it back
     */
    public record Line(long seq, String at, String from, String type, String text, String outcome, boolean recalled) {
        Line(long seq, String at, String from, String type, String text, String outcome) {
            this(seq, at, from, type, text, outcome, false);
        }
    }

    /**
     * A conversation that was met.
     *
     * @param id what a profile claims it by, and what {@link #tail} takes
     * @param kind {@code internal}, {@code customer} or {@code direct}
     */
    public record Conversation(String id, String kind, String channel) {}

    public Archive(Store store, Decoder decoder) {
        this.store = store;
        this.decoder = decoder;
    }

    /** All conversations, in the order in which they were met. */
    public List<Conversation> groups() {
        return store.chats().stream().flatMap(lane -> lane.chat().stream())
                .map(chat -> new Conversation(chat.id().value(), chat.kind().name().toLowerCase(Locale.ROOT),
                        chat.channel()))
                .toList();
    }

    /** What arrived on channels and could not be read, by what it is. */
    public SortedMap<String, Long> unread() {
        SortedMap<String, Long> unread = new TreeMap<>();
        store.figures().ofChannels(row -> {
            if (decoder.decode(row.id().channel(), row.payload(), row.received()) instanceof Event.Unknown unknown) {
                unread.merge(unknown.type(), 1L, Long::sum);
            }
        });
        return unread;
    }

    /**
     * The newest lines of a conversation, oldest first.
     *
     * @param group a chat id as WeCom gives it, or {@code channel:member} for a one-to-one conversation
     * @return empty when the conversation is not known
     */
    public Optional<List<Line>> tail(String group, int events) {
        return store.lane(LaneId.of(new ChatId(group))).map(lane -> {
            List<Line> lines = new ArrayList<>();
            for (JournalRow row : store.newest(lane.number(), events)) {
                add(row, lines);
            }
            return lines;
        });
    }

    private void add(JournalRow row, List<Line> lines) {
        Event event = decoder.decode(row.id().channel(), row.payload(), row.received());
        if (!(event instanceof Event.Addressed || event instanceof Event.Ruled)) {
            lines.add(new Line(row.seq(), iso(row.at()), from(event), type(event), text(event), "",
                    event instanceof Event.Said && store.isRecalled(row.seq())));
        }
        String answer = row.answer();
        List<OutboxRow> words = store.wordsOf(row.seq());
        if (answer != null) {
            lines.add(new Line(row.seq(), iso(row.received()), "bot", "answer", answer,
                    words.stream().filter(Archive::isFallback).findFirst().map(Archive::outcome).orElse("SENT")));
        }
        for (OutboxRow said : words) {
            if (!isFallback(said)) {
                String to = said.recipient().isEmpty() ? "" : "@" + said.recipient() + " ";
                lines.add(
                        new Line(row.seq(), iso(said.created()), "bot", said.kind(), to + said.plain(), outcome(said)));
            }
        }
    }

    private static boolean isFallback(OutboxRow words) {
        return words.kind().equals("fallback");
    }

    private static String outcome(OutboxRow words) {
        return words.reason().isEmpty() ? words.outcome().name() : words.outcome() + ": " + words.reason();
    }

    private static String from(Event event) {
        return switch (event) {
            case Event.Said said -> said.by().value();
            case Event.Entered entered -> entered.by().value();
            case Event.Clicked clicked -> clicked.by().value();
            case Event.Recalled recalled -> recalled.by().value();
            case Event.Consented consented -> consented.by().value();
            default -> "";
        };
    }

    private static String type(Event event) {
        return switch (event) {
            case Event.Changed changed -> changed.what().name().toLowerCase(Locale.ROOT);
            case Event.Notified notified -> notified.kind();
            case Event.Unknown unknown -> unknown.type();
            default -> event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    private static String text(Event event) {
        return switch (event) {
            case Event.Said said -> said.content().text();
            case Event.Joined joined -> people(joined.members(), joined.count());
            case Event.Left left -> people(left.members(), left.count());
            case Event.Clicked clicked -> clicked.key();
            case Event.Consented consented -> consented.agreed() ? "同意存档" : "不同意存档";
            default -> "";
        };
    }

    private static String people(List<MemberId> members, int count) {
        String names = members.stream().map(MemberId::value).collect(Collectors.joining("、"));
        return members.size() >= count ? names : (names.isEmpty() ? "" : names + " ") + "(" + count + ")";
    }

    private static String iso(Instant at) {
        return at.toString();
    }
}
