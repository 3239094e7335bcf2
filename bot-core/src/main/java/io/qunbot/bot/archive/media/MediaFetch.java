package io.qunbot.bot.archive.media;

import io.qunbot.chat.Chat;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.keep.MediaPolicy;
import io.qunbot.plugin.keep.Size;
import io.qunbot.store.JournalRow;
import io.qunbot.store.KeepTables;
import io.qunbot.store.LaneRow;
import io.qunbot.store.MediumRow;
import io.qunbot.store.MediumRow.Progress;
import io.qunbot.store.MediumRow.State;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.wecom.archive.Attachment;
import io.qunbot.wecom.archive.MediaSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Fetches one medium, a piece at a time; how far it is stands in the store after each. For one thread. */
final class MediaFetch {

    private static final int MOST_TRIES = 30;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int DOUBLINGS = 12;

    private final Shelf shelf;
    private final Map<String, MediaSource> sources;
    private final Function<Chat, Keeping> keepings;
    private final InstantSource clock;
    private volatile boolean closed;

    /** Where contents go, and how many bytes there may be. */
    record Shelf(Store store, MediaFolder folder, MediaTidy tidy, Size budget) {}

    /** There is no room on the disk, or the store can't be written: nobody's fault, and tried again when there is. */
    static final class Unwritable extends Exception {
        private static final long serialVersionUID = 1;

        Unwritable(String why) {
            super(why);
        }
    }

    MediaFetch(Shelf shelf, Map<String, MediaSource> sources, Function<Chat, Keeping> keepings, InstantSource clock) {
        this.shelf = shelf;
        this.sources = Map.copyOf(sources);
        this.keepings = keepings;
        this.clock = clock;
    }

    /** Ends what is under way behind its next piece. */
    void close() {
        closed = true;
    }

    /** Goes on with one. @return what went wrong; empty when nothing did */
    Optional<String> go(MediumRow row) throws Unwritable {
        try {
            fetch(row, attachment(row));
            return Optional.empty();
        } catch (MediaSource.Gone gone) {
            end(row, State.FAILED, String.valueOf(gone.getMessage()));
            return Optional.of(String.valueOf(gone.getMessage()));
        } catch (IOException failure) {
            failed(current(row), String.valueOf(failure.getMessage()));
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private Attachment attachment(MediumRow row) throws MediaSource.Gone {
        List<Attachment> all = shelf.store().journal(row.seq()).map(JournalRow::payload).map(Attachment::of)
                .orElse(List.of());
        if (row.part() >= all.size()) {
            throw new MediaSource.Gone("消息已经不在了 (its message is gone)");
        }
        return all.get(row.part());
    }

    private void fetch(MediumRow begun, Attachment attachment) throws IOException, Unwritable {
        MediaSource source = sources.getOrDefault(begun.channel(), MediaSource.NONE);
        long largest = largest(begun);
        MediumRow row = resumed(begun);
        while (!closed) {
            MediaSource.Piece piece = source.next(attachment, row.progress().resume());
            long got = row.progress().got() + piece.bytes().length;
            if (got > largest) {
                end(row, State.UNWANTED, Wishes.tooLarge(got, new Size(largest)));
                return;
            }
            if (piece.bytes().length == 0 && !piece.last()) {
                throw new IOException("一段里什么都没有 (an empty piece)");
            }
            write(row, piece.bytes());
            if (piece.last()) {
                whole(row, attachment);
                return;
            }
            Progress now = row.progress();
            row = note(row.with(new Progress(State.WAITING, "", now.tries(), now.due(), got, piece.next(), "")));
        }
    }

    private long largest(MediumRow row) {
        return shelf.store().lane(row.lane()).flatMap(LaneRow::chat).map(keepings).map(Keeping::media)
                .orElse(MediaPolicy.DEFAULT).largest().bytes();
    }

    /** What the disk does not have has to be fetched again. */
    private MediumRow resumed(MediumRow row) throws IOException {
        Progress progress = row.progress();
        boolean there = shelf.folder().begun(row.seq(), row.part()) >= progress.got();
        return there
                ? row
                : row.with(new Progress(State.WAITING, "", progress.tries(), progress.due(), 0, "", ""));
    }

    private void write(MediumRow row, byte[] piece) throws Unwritable {
        try {
            shelf.folder().append(row.seq(), row.part(), row.progress().got(), piece);
        } catch (IOException failure) {
            throw new Unwritable(String.valueOf(failure.getMessage()));
        }
    }

    private void whole(MediumRow row, Attachment attachment) throws IOException, Unwritable {
        MediaFolder.Content content = shelf.folder().content(row.seq(), row.part());
        if (!attachment.md5().isEmpty() && !attachment.md5().equals(content.md5())) {
            shelf.folder().discard(row.seq(), row.part());
            failed(row.with(new Progress(State.WAITING, "", row.progress().tries(), row.progress().due(), 0, "", "")),
                    "内容和 md5 对不上,重新拉 (the content does not match its MD5)");
            return;
        }
        boolean known = shelf.store().keeps().uses(content.hash()) > 0;
        if (!known && !shelf.tidy().makeRoom(content.size(), shelf.budget())) {
            end(row, State.UNWANTED, "media 一共只有 " + shelf.budget() + " (media may have no more)");
            return;
        }
        try {
            shelf.folder().adopt(row.seq(), row.part(), content.hash());
        } catch (IOException failure) {
            throw new Unwritable(String.valueOf(failure.getMessage()));
        }
        shelf.tidy().bytes(); // what it was before
        note(row.stored(content.hash(), content.size()));
        shelf.tidy().changed(known ? 0 : content.size());
    }

    /** Tried again after a pause that grows, and in the end no more. */
    private void failed(MediumRow row, String why) throws Unwritable {
        Progress progress = row.progress();
        int tries = progress.tries() + 1;
        if (tries >= MOST_TRIES) {
            end(row, State.FAILED, "试了 " + tries + " 次 (tried so often): " + why);
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        Instant due = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        note(row.with(new Progress(State.WAITING, "", tries, due, progress.got(), progress.resume(), why)));
    }

    /** As the store has it: some pieces may have come meanwhile. */
    private MediumRow current(MediumRow row) {
        return shelf.store().keeps().media(row.seq()).stream().filter(each -> each.part() == row.part()).findFirst()
                .orElse(row);
    }

    private void end(MediumRow row, State state, String why) throws Unwritable {
        try {
            shelf.folder().discard(row.seq(), row.part());
        } catch (IOException failure) {
            throw new Unwritable(String.valueOf(failure.getMessage()));
        }
        note(row.with(row.progress().ended(state, why)));
    }

    private MediumRow note(MediumRow row) throws Unwritable {
        SmallUnit unit = new SmallUnit("how far a medium is", tables -> KeepTables.change(tables, row));
        shelf.store().writer().submit(unit);
        if (!unit.awaitEnd()) {
            throw new Unwritable("the store cannot be written");
        }
        return row;
    }
}
