package io.qunbot.bot.search;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.MemberId;
import io.qunbot.search.Entry;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows entries of one page as people read them; it remembers what it asked, so it belongs to one thread. */
final class Showing {

    /** Seconds always stand there, even when there are none. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final Store store;
    private final NamesThen names;
    private final ZoneId zone;
    private final Map<Integer, LaneRow> lanes = new HashMap<>();

    Showing(Store store, Directory directory, ZoneId zone) {
        this.store = store;
        this.names = new NamesThen(store, directory);
        this.zone = zone;
    }

    /** @param before and {@code after}: what was said around it */
    Hit hit(Entry entry, List<Hit> before, List<Hit> after) {
        LaneRow lane = lanes.computeIfAbsent(entry.lane(), number -> store.lane(number).orElseThrow());
        ChatId group = lane.chat().map(Chat::id).orElseGet(() -> new ChatId(lane.id().subject()));
        boolean people = entry.key().kind() == Entry.Kind.EVENT;
        return new Hit(seq(entry), group.value(), names.of(group, lane, entry.at()), entry.from(),
                people ? names.of(new MemberId(entry.from()), entry.at()) : "",
                TIME.format(entry.at().atZone(zone).toOffsetDateTime()), entry.type(), entry.text(),
                people && store.isRecalled(entry.key().number()), people ? Hit.Origin.NONE : origin(entry), before,
                after);
    }

    private long seq(Entry entry) {
        return entry.key().kind() == Entry.Kind.WORDS
                ? store.outgoing().words(entry.key().number()).map(OutboxRow::seq).orElse(0L)
                : entry.key().number();
    }

    private Hit.Origin origin(Entry entry) {
        return entry.key().kind() == Entry.Kind.ANSWER
                ? store.journal(entry.key().number()).map(this::answer).orElse(Hit.Origin.NONE)
                : store.outgoing().words(entry.key().number()).map(this::words).orElse(Hit.Origin.NONE);
    }

    private Hit.Origin answer(JournalRow row) {
        String rule = row.rule();
        return new Hit.Origin(rule == null ? "" : rule, version(row.seq()),
                store.wordsOf(row.seq()).stream().filter(words -> words.kind().equals("fallback")).findFirst()
                        .map(Showing::outcome).orElse("SENT"));
    }

    private Hit.Origin words(OutboxRow words) {
        return new Hit.Origin(words.plugin() + (words.rule().isEmpty() ? "" : "/" + words.rule()),
                version(words.seq()), outcome(words));
    }

    private String version(long seq) {
        return store.traces().bookOf(seq).orElse("");
    }

    private static String outcome(OutboxRow words) {
        return words.reason().isEmpty() ? words.outcome().name() : words.outcome() + ": " + words.reason();
    }
}
