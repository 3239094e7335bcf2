package io.qunbot.bot.archive;

import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.chat.Event;
import io.qunbot.dispatch.Recorder;
import io.qunbot.store.Store;
import io.qunbot.wecom.archive.ArchiveSource;
import io.qunbot.wecom.archive.ArchivedEvent;
import io.qunbot.wecom.archive.Opener;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Takes one page after another from a source and writes each down together with the place of the next. For one thread;
 * {@link #state()} may be asked from any.
 */
final class Puller {

    private static final String GAP = "gap.";

    private final String channel;
    private final ArchiveSource source;
    private final Hears hears;
    private final Screen screen;
    private final Desk desk;
    private final String prefix;
    private volatile State state = new State("", 0, 0);

    /**
     * What a puller works with.
     *
     * @param store holds the bookmarks, too
     * @param alarm takes what colleagues have to know
     */
    record Desk(Store store, Recorder recorder, InstantSource clock, Consumer<String> alarm) {}

    /**
     * How it is.
     *
     * @param trouble what keeps it from going on, or what an operator should look at; may be empty
     * @param pulled how many messages came since the start
     * @param unreadable how many of them are damaged
     */
    record State(String trouble, long pulled, long unreadable) {}

    Puller(String channel, ArchiveSource source, Hears hears, Screen screen, Desk desk) {
        this.channel = channel;
        this.source = source;
        this.hears = hears;
        this.screen = screen;
        this.desk = desk;
        this.prefix = prefix(channel);
    }

    /** How bookmarks of a channel begin. */
    static String prefix(String channel) {
        return "archive/" + channel + "/";
    }

    State state() {
        return state;
    }

    /** What keeps WeCom from telling who agreed; empty when nothing does. */
    String consentTrouble() {
        return screen.trouble();
    }

    /**
     * Takes one page.
     *
     * @return whether it is worth asking again at once
     */
    boolean pull() throws IOException, InterruptedException {
        try {
            Map<String, Long> bookmarks = bookmarks();
            ArchiveSource.Pulled pulled = source.after(bookmarks, ArchiveSource.MOST);
            take(pulled, bookmarks);
            return pulled.more();
        } catch (IOException failure) {
            failed(failure);
            throw failure;
        }
    }

    private Map<String, Long> bookmarks() {
        Map<String, Long> bookmarks = new HashMap<>();
        desk.store().marks(prefix).forEach((name, value) -> bookmarks.put(name.substring(prefix.length()), value));
        return bookmarks;
    }

    /** Takes a page that somebody posted. @return what became of it, which is on disk */
    Recorder.Recorded posted(ArchiveSource.Pulled page) throws IOException, InterruptedException {
        try {
            return take(page, bookmarks());
        } catch (IOException failure) {
            failed(failure);
            throw failure;
        }
    }

    /** Reads again what is sealed. */
    Reopened reopen(Opener opener) throws InterruptedException {
        return new Reopening(channel, screen, desk.store(), desk.recorder(), desk.clock()).run(opener, this::drives);
    }

    /** Says what keeps it from going on. */
    void failed(IOException failure) {
        state = new State(String.valueOf(failure.getMessage()), state.pulled(), state.unreadable());
    }

    private Recorder.Recorded take(ArchiveSource.Pulled pulled, Map<String, Long> bookmarks)
            throws IOException, InterruptedException {
        Instant now = desk.clock().instant();
        Sequence sequence = new Sequence(bookmarks.getOrDefault(ArchiveSource.SEQ, 0L));
        Batch batch = new Batch(channel, screen, sequence, now);
        pulled.messages().forEach(batch::take);
        batch.ask();
        Recorder.Recorded recorded = write(batch, pulled, sequence, now);
        screen.stored();
        state = new State(pulled.trouble(), state.pulled() + batch.size(), state.unreadable() + batch.malformed());
        if (sequence.missing() > 0) {
            desk.alarm().accept(jump(sequence));
        }
        return recorded;
    }

    private boolean drives(ArchivedEvent archived) {
        return archived.isForTheBot() && archived.event() instanceof Event.Said said
                && hears.covers(said.chat().kind());
    }

    private Recorder.Recorded write(Batch batch, ArchiveSource.Pulled pulled, Sequence sequence, Instant now)
            throws IOException, InterruptedException {
        Map<String, Long> marks = new HashMap<>();
        pulled.bookmarks().forEach((name, value) -> marks.put(prefix + name, value));
        if (sequence.last() != 0) {
            marks.put(prefix + ArchiveSource.SEQ, sequence.last());
        }
        sequence.gaps().stream().findFirst().ifPresent(gap -> {
            marks.put(prefix + GAP + "from", gap.from());
            marks.put(prefix + GAP + "until", gap.until());
            marks.put(prefix + GAP + "at", now.toEpochMilli());
        });
        if (batch.size() == 0 && pulled.bookmarks().isEmpty()) {
            return new Recorder.Recorded(0, 0, 0);
        }
        try {
            return desk.recorder().record(batch.page(marks, this::drives, List.of()), now).get();
        } catch (ExecutionException failure) {
            throw new IOException("这一页写不下来,会再试 (the page could not be stored and is tried again): "
                    + failure.getCause(), failure);
        }
    }

    private String jump(Sequence sequence) {
        return "会话存档 " + channel + " 的序号跳过了 " + sequence.missing() + " 条:" + join(sequence.gaps())
                + "。超过 5 天没有拉取的消息企业微信不再给 / the archive's sequence skips " + sequence.missing()
                + " messages: WeCom keeps them for 5 days only";
    }

    private static String join(List<Sequence.Gap> gaps) {
        return String.join("、", gaps.stream().map(Sequence.Gap::toString).toList());
    }

    void close() throws Exception {
        source.close();
    }
}
