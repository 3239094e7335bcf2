package io.qunbot.load;

import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.bot.search.Hit;
import io.qunbot.bot.search.Wish;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.text.Fold;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * A store of many messages, its index, and searches in it: how fast the newest twenty come, and whether they are those
 * that a scan of all messages finds. Messages are made of pieces of a text, so that words recur as they do in talk.
 *
 * <pre>java -cp … io.qunbot.load.SearchLoad TEXTFILE [MESSAGES [SEARCHES]]</pre>
 */
final class SearchLoad {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int CHATS = 200;
    private static final int BATCH = 5_000;
    private static final int NEWEST = 20;
    private static final String[] SIGNS = {",", "。", "?", "!", "😀", " ", "👍", "1", "ok"};

    private SearchLoad() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        List<String> pieces = Files.readAllLines(Path.of(args[0])).stream().filter(line -> line.length() > 3).toList();
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int searches = args.length > 2 ? Integer.parseInt(args[2]) : 500;
        Path folder = Files.createTempDirectory("search-load");
        List<String> texts = texts(pieces, count);
        try (Store store = Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform().name("writer").daemon())) {
            write(store, texts);
            Decoder decoder = SearchLoad::decode;
            long begun = System.nanoTime();
            try (ArchiveSearch search = new ArchiveSearch(store, decoder, Directory.EMPTY, folder, ZoneId.of("UTC"))) {
                search.search(wish(texts.getLast()));
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf(Locale.ROOT, "index of %d messages: %.1f s, %.0f a second, %.0f bytes a message%n",
                        count,
                        seconds, count / seconds, (double) size(folder.resolve(ArchiveSearch.FOLDER)) / count);
                agree(search, texts, searches);
            }
        }
    }

    private static List<String> texts(List<String> pieces, int count) {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < 3; part++) {
                String piece = pieces.get(random.nextInt(pieces.size()));
                int from = piece.offsetByCodePoints(0, random.nextInt(piece.codePointCount(0, piece.length())));
                int most = piece.codePointCount(from, piece.length());
                text.append(piece, from, piece.offsetByCodePoints(from, Math.min(most, 2 + random.nextInt(12))))
                        .append(SIGNS[random.nextInt(SIGNS.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static void write(Store store, List<String> texts) {
        for (int from = 0; from < texts.size(); from += BATCH) {
            int first = from;
            SmallUnit unit = new SmallUnit("messages", tables -> {
                for (int i = first; i < Math.min(texts.size(), first + BATCH); i++) {
                    Instant at = START.plusSeconds(i);
                    if (i < CHATS) {
                        Chat chat = new Chat(new ChatId("wr" + i), ChatKind.INTERNAL, "app");
                        tables.lane(new LaneRow(i + 1, chat.lane(), Optional.of(chat), Optional.empty()), at);
                    }
                    tables.append(
                            new JournalRow(0, i % CHATS + 1, new EventId("app", "m" + i), at, at, JournalState.DONE,
                                    texts.get(i).getBytes(StandardCharsets.UTF_8), null, null));
                }
            });
            store.writer().submit(unit);
            unit.awaitEnd();
        }
    }

    private static Event decode(String channel, byte[] payload, Instant received) {
        return new Event.Said(new EventId(channel, ""), received,
                new Chat(new ChatId("wr0"), ChatKind.INTERNAL, channel),
                new MemberId("m1"), new Content.Text(new String(payload, StandardCharsets.UTF_8)), false);
    }

    private static Wish wish(String words) {
        return new Wish(words, "", "", "", Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"), NEWEST, "", 0);
    }

    private static void agree(ArchiveSearch search, List<String> texts, int searches) {
        Random random = new Random(11);
        List<String> folded = texts.stream().map(Fold::of).toList();
        List<Double> pairs = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        int other = 0;
        for (int i = 0; i < searches * 2; i++) {
            int length = i < searches ? 1 + i % 12 : 2;
            String words = part(texts.get(random.nextInt(texts.size())), length, random);
            long begun = System.nanoTime();
            long worked = THREADS.getCurrentThreadCpuTime();
            List<Long> found = search.search(wish(words)).hits().stream().map(Hit::seq).toList();
            (i < searches ? all : pairs).add((System.nanoTime() - begun) / 1e6);
            work.add((THREADS.getCurrentThreadCpuTime() - worked) / 1e6);
            other += found.equals(scan(folded, Fold.of(words))) ? 0 : 1;
        }
        report("parts of 1 to 12 characters", all);
        report("two characters", pairs);
        report("of the processor, whatever else ran: parts", work.subList(0, searches));
        report("of the processor, whatever else ran: two characters", work.subList(searches, 2 * searches));
        System.out.printf(Locale.ROOT, "other than a scan: %d of %d%n", other, searches * 2);
    }

    private static String part(String text, int length, Random random) {
        int points = text.codePointCount(0, text.length());
        int from = text.offsetByCodePoints(0, random.nextInt(Math.max(1, points - length + 1)));
        return text.substring(from,
                text.offsetByCodePoints(from, Math.min(length, text.codePointCount(from, text.length()))));
    }

    private static List<Long> scan(List<String> folded, String words) {
        List<Long> found = new ArrayList<>();
        for (int i = folded.size(); i > 0 && found.size() < NEWEST; i--) {
            if (folded.get(i - 1).contains(words)) {
                found.add((long) i);
            }
        }
        return found;
    }

    private static void report(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%s: p50 %.2f ms, p99 %.2f ms, worst %.2f ms%n", what,
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), sorted.getLast());
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
