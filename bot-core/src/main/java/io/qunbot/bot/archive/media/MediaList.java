package io.qunbot.bot.archive.media;

import io.qunbot.bot.reading.Visitor;
import io.qunbot.bot.reading.VisitorsBook;
import io.qunbot.store.JournalRow;
import io.qunbot.store.KeepTables;
import io.qunbot.store.MediumRow;
import io.qunbot.store.MediumRow.State;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.wecom.archive.Attachment;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What media there are, for people. Thread-safe. */
public final class MediaList {

    private final Store store;
    private final MediaFolder folder;

    /** @param data the data folder */
    public MediaList(Store store, Path data) {
        this.store = store;
        this.folder = new MediaFolder(data);
    }

    /**
     * A medium of a message.
     *
     * @param seq the message's place in the journal
     * @param part which one of the message, from 0
     * @param name as whoever sent it called it; may be empty
     * @param size in bytes
     * @param state {@code waiting}, {@code stored}, {@code failed}, {@code unwanted} or {@code removed}
     * @param got how many bytes are here
     * @param reason why it is not here; may be empty
     * @param sha256 of its content; empty while it is not here
     * @param path where it is; empty while it is not here
     */
    public record Line(long seq, int part, String type, String name, long size, String state, long got, String reason,
            String sha256, String path) {}

    /** The media of a message; none when it has none, or is not known. */
    public List<Line> of(long seq) {
        List<Attachment> attachments = store.journal(seq).map(JournalRow::payload).map(Attachment::of)
                .orElse(List.of());
        return store.keeps().media(seq).stream().map(row -> line(row, attachments)).toList();
    }

    /**
     * A medium for somebody who takes it with them, which is written down first.
     *
     * @return empty when the message has no such medium; one that is not here is not written down
     */
    public Optional<Line> take(long seq, int part, Visitor visitor, InstantSource clock) {
        Optional<Line> wanted = of(seq).stream().filter(line -> line.part() == part).findFirst();
        wanted.filter(line -> !line.path().isEmpty()).ifPresent(_ -> new VisitorsBook(store, clock).sign(visitor,
                Map.of("seq", String.valueOf(seq), "part", String.valueOf(part)), "", 1));
        return wanted;
    }

    private Line line(MediumRow row, List<Attachment> attachments) {
        String name = row.part() < attachments.size() ? attachments.get(row.part()).name() : "";
        MediumRow.Progress progress = row.progress();
        boolean there = progress.state() == State.STORED;
        return new Line(row.seq(), row.part(), row.type(), name, row.size(),
                progress.state().name().toLowerCase(Locale.ROOT), progress.got(), progress.reason(), progress.hash(),
                there ? folder.path(progress.hash()).toString() : "");
    }

    /** Whatever failed for good is tried again. @return how many */
    public int again(Instant now) {
        int[] count = {0};
        SmallUnit unit = new SmallUnit("media that are tried again",
                tables -> count[0] = KeepTables.again(tables, now));
        store.writer().submit(unit);
        return unit.awaitEnd() ? count[0] : 0;
    }
}
