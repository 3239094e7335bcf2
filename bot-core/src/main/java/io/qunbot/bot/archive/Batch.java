package io.qunbot.bot.archive;

import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.bot.archive.media.Wishes;
import io.qunbot.chat.Event;
import io.qunbot.dispatch.Recorder;
import io.qunbot.dispatch.Recorder.Extent;
import io.qunbot.store.ConsentRow;
import io.qunbot.wecom.archive.ArchiveDecoder;
import io.qunbot.wecom.archive.ArchivedEvent;
import io.qunbot.wecom.archive.Seal;
import io.qunbot.wecom.archive.Withheld;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** A page of the archive on its way into the journal: read, screened, and ready to be written. For one thread. */
final class Batch {

    private final String channel;
    private final Screen screen;
    private final Sequence sequence;
    private final Instant now;
    private final List<Read> messages = new ArrayList<>();
    private final List<ConsentRow> consents = new ArrayList<>();
    private long unreadable;
    private long malformed;

    /** A message and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Read(ArchivedEvent archived, byte[] payload) {}

    /** @param sequence follows the numbers of the messages */
    Batch(String channel, Screen screen, Sequence sequence, Instant now) {
        this.channel = channel;
        this.screen = screen;
        this.sequence = sequence;
        this.now = now;
    }

    void take(byte[] message) {
        ArchivedEvent archived = ArchiveDecoder.read(channel, message, now);
        sequence.take(archived.seq());
        unreadable += archived.isUnreadable() ? 1 : 0;
        malformed += archived.isUnreadable() && !archived.isSealed() ? 1 : 0;
        messages.add(new Read(archived, message));
    }

    int size() {
        return messages.size();
    }

    /** How many of the messages nobody can read. */
    long unreadable() {
        return unreadable;
    }

    /** How many of the messages are damaged, sealed ones not among them. */
    long malformed() {
        return malformed;
    }

    /** Asks WeCom whose words may be kept, see {@link Screen#ask}. */
    void ask() throws IOException {
        consents.addAll(screen.ask(messages.stream().map(read -> read.archived().event())
                .filter(Event.Said.class::isInstance).map(Event.Said.class::cast).toList()));
    }

    /**
     * What is to be written.
     *
     * @param drives which messages the bot may act on
     * @param opened sealed messages of the journal that are here, open
     */
    Recorder.Page page(Map<String, Long> marks, Predicate<ArchivedEvent> drives, List<Long> opened) {
        List<Recorder.Item> items = new ArrayList<>(messages.size());
        for (Read read : messages) {
            if (read.archived().event() instanceof Event.Consented consented) {
                consents.add(screen.hear(consented));
            }
            items.add(item(read, drives));
        }
        return new Recorder.Page(items, marks, consents, opened);
    }

    private Recorder.Item item(Read read, Predicate<ArchivedEvent> drives) {
        ArchivedEvent archived = read.archived();
        if (!(archived.event() instanceof Event.Said said)) {
            OptionalInt seal = archived.isSealed() ? OptionalInt.of(Seal.version(read.payload())) : OptionalInt.empty();
            return new Recorder.Item(archived.event(), read.payload(), false,
                    new Recorder.Beside(Extent.WHOLE, List.of(), seal));
        }
        Extent extent = screen.extent(said);
        return switch (extent) {
            case WHOLE -> new Recorder.Item(said, read.payload(), drives.test(archived),
                    new Recorder.Beside(extent, Wishes.of(said, read.payload(), screen.keeping(said.chat()).media()),
                            OptionalInt.empty()));
            case METADATA -> bare(said, Withheld.of(read.payload()), extent);
            case NOTHING -> bare(said, new byte[0], extent);
        };
    }

    private static Recorder.Item bare(Event.Said said, byte[] left, Extent extent) {
        return new Recorder.Item(said, left, false, new Recorder.Beside(extent, List.of(), OptionalInt.empty()));
    }
}
