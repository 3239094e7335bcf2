package io.qunbot.bot.archive.media;

import io.qunbot.chat.Chat;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.keep.Size;
import io.qunbot.store.KeepTables;
import io.qunbot.store.LaneRow;
import io.qunbot.store.MediumRow;
import io.qunbot.store.MediumRow.State;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Takes media away: whose message is gone, what is too old, and the oldest when there is no room. For one thread. */
public final class MediaTidy {

    private static final int STEP = 500;
    private static final long UNKNOWN = -1;

    private final Store store;
    private final MediaFolder folder;
    /** To count them all takes a while: done once, then kept in step. */
    private long bytes = UNKNOWN;

    public MediaTidy(Store store, MediaFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** How many bytes are on disk. */
    synchronized long bytes() {
        long known = bytes;
        if (known == UNKNOWN) {
            known = store.keeps().bytes();
            bytes = known;
        }
        return known;
    }

    private synchronized void recount() {
        bytes = UNKNOWN;
    }

    /** So many bytes more, or less. */
    synchronized void changed(long more) {
        bytes = bytes() + more;
    }

    /**
     * Forgets the media of messages that are gone, and deletes every file that no message needs any more.
     *
     * @return how many files were deleted
     * @throws IOException when the folder can't be changed
     */
    public int forget() throws IOException {
        int[] forgotten = {STEP};
        while (forgotten[0] == STEP && written(new SmallUnit("media of messages that are gone",
                tables -> forgotten[0] = KeepTables.forget(tables, STEP)))) {
            // in steps, so that nobody waits
        }
        recount();
        return folder.sweep(name -> name.contains("-") ? isWaiting(name) : store.keeps().uses(name) > 0);
    }

    private boolean isWaiting(String name) {
        String[] place = name.split("-", 2);
        return store.keeps().media(Long.parseLong(place[0])).stream()
                .anyMatch(
                        row -> String.valueOf(row.part()).equals(place[1]) && row.progress().state() == State.WAITING);
    }

    /** Takes away what is older than the rules of its conversation let it be. @return how many */
    int expire(Function<Chat, Keeping> keepings, Instant now) throws IOException {
        int expired = 0;
        Instant from = Instant.EPOCH;
        while (true) {
            List<MediumRow> rows = store.keeps().stored(from, STEP);
            for (MediumRow row : rows) {
                if (isOld(row, keepings, now) && remove(row, "存够了时间 (kept for as long as the rules say)")) {
                    expired++;
                }
            }
            if (rows.size() < STEP) {
                return expired;
            }
            from = rows.getLast().at().plusMillis(1);
        }
    }

    private boolean isOld(MediumRow row, Function<Chat, Keeping> keepings, Instant now) {
        return store.lane(row.lane()).flatMap(LaneRow::chat).map(keepings).map(Keeping::media)
                .flatMap(media -> media.keep().most()).filter(most -> row.at().plus(most).isBefore(now)).isPresent();
    }

    /**
     * Takes the oldest away until there is room.
     *
     * @return whether there is
     */
    boolean makeRoom(long wanted, Size budget) throws IOException {
        if (wanted > budget.bytes()) {
            return false;
        }
        while (bytes() + wanted > budget.bytes()) {
            List<MediumRow> oldest = store.keeps().stored(Instant.EPOCH, 1);
            if (oldest.isEmpty() || !remove(oldest.getFirst(), "给新的腾地方,media 一共 " + budget
                    + " (made room for newer ones: media may have " + budget + ")")) {
                return false;
            }
        }
        return true;
    }

    /** The content goes with the last message that needs it. */
    private boolean remove(MediumRow row, String why) throws IOException {
        bytes(); // what it was before
        MediumRow gone = row.with(row.progress().ended(State.REMOVED, why));
        if (!written(new SmallUnit("a medium that is taken away", tables -> KeepTables.change(tables, gone)))) {
            return false;
        }
        if (store.keeps().uses(row.progress().hash()) == 0) {
            changed(-row.size());
            folder.delete(row.progress().hash());
        }
        return true;
    }

    private boolean written(SmallUnit unit) {
        store.writer().submit(unit);
        return unit.awaitEnd();
    }
}
