package io.qunbot.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.text.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIndexTest {

    private static final Instant START = Instant.parse("2026-12-03T01:00:00Z");
    private static final String ALPHABET = "发票怎么开收不了款續費续费ABCabc,。!?  12😀👍🏽";

    @TempDir
    private Path folder;

    private static Entry said(long seq, String text) {
        return new Entry(new Entry.Key(Entry.Kind.EVENT, seq), 1 + (int) (seq % 3), START.plusSeconds(seq),
                "m" + seq % 7,
                "text", text);
    }

    private static Question words(String words) {
        return new Question(words, List.of(), List.of(), List.of(), Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"));
    }

    /** All that really contain the words, page by page. */
    private static List<Long> found(ArchiveIndex index, Question question, List<String> texts) {
        List<Long> found = new ArrayList<>();
        Optional<ArchiveIndex.Cursor> cursor = Optional.empty();
        do {
            ArchiveIndex.Page page = index.search(question, cursor.orElse(null), 7);
            page.keys().stream().map(Entry.Key::number)
                    .filter(seq -> Fold.of(texts.get((int) (seq - 1))).contains(Fold.of(question.words())))
                    .forEach(found::add);
            cursor = page.next();
        } while (cursor.isPresent());
        return found;
    }

    @Test
    void findsWhatAScanFindsNewestFirst() throws IOException {
        Random random = new Random(42);
        List<String> texts = new ArrayList<>();
        int[] points = ALPHABET.codePoints().toArray();
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(20), 0, points.length).forEach(at -> text.appendCodePoint(points[at]));
            texts.add(text.toString());
        }
        try (ArchiveIndex index = ArchiveIndex.open(folder)) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                entries.add(said(i + 1, texts.get(i)));
            }
            index.add(entries, new ArchiveIndex.Reach(3000, 0));
            index.commit();
            for (int round = 0; round < 200; round++) {
                String text = texts.get(random.nextInt(texts.size()));
                int[] all = text.codePoints().toArray();
                int from = random.nextInt(all.length);
                String part = new String(all, from, Math.min(all.length - from, 1 + random.nextInt(12)));
                List<Long> expected = new ArrayList<>();
                for (int i = texts.size(); i > 0; i--) {
                    if (Fold.of(texts.get(i - 1)).contains(Fold.of(part))) {
                        expected.add((long) i);
                    }
                }
                assertThat(found(index, words(part), texts)).as(part).isEqualTo(expected).isNotEmpty();
            }
        }
    }

    @Test
    void whereItEndedItGoesOnAfterACrash() throws IOException {
        try (ArchiveIndex index = ArchiveIndex.open(folder)) {
            index.add(List.of(said(1, "发票怎么开")), new ArchiveIndex.Reach(1, 0));
            index.commit();
            index.add(List.of(said(2, "发票呢")), new ArchiveIndex.Reach(2, 5));
        }
        try (ArchiveIndex index = ArchiveIndex.open(folder)) {
            assertThat(index.reach()).isEqualTo(new ArchiveIndex.Reach(1, 0));
            index.add(List.of(said(1, "发票怎么开"), said(2, "发票呢")), new ArchiveIndex.Reach(2, 5));
            index.commit();
            assertThat(index.size()).isEqualTo(2);
        }
    }

    @Test
    void anIndexAsEarlierVersionsMadeItIsMadeAnew() throws IOException {
        Sort newest = new Sort(new SortField("at", SortField.Type.LONG, true),
                new SortField("number", SortField.Type.LONG, true), new SortField("kind", SortField.Type.INT, true));
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setIndexSort(newest))) {
            Document old = new Document();
            old.add(new StringField("from", "m1", Field.Store.NO));
            old.add(new StringField("text", "发票", Field.Store.NO));
            old.add(new LongPoint("at", 1));
            old.add(new NumericDocValuesField("at", 1));
            writer.addDocument(old);
            writer.setLiveCommitData(Map.of("events", "7", "words", "3").entrySet());
            writer.commit();
        }
        try (ArchiveIndex index = ArchiveIndex.open(folder)) {
            assertThat(index.reach()).isEqualTo(ArchiveIndex.Reach.NOTHING);
            index.add(List.of(said(1, "发票怎么开")), new ArchiveIndex.Reach(1, 0));
            index.commit();
            assertThat(index.size()).isEqualTo(1);
        }
        try (ArchiveIndex index = ArchiveIndex.open(folder)) {
            assertThat(index.reach()).isEqualTo(new ArchiveIndex.Reach(1, 0));
        }
    }

    @Test
    void theOldestCanComeFirstAndBeCounted() throws IOException {
        List<String> texts = List.of("发票一", "发票二", "发票三", "發票四", "发票五");
        try (ArchiveIndex index = ArchiveIndex.open(folder)) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                entries.add(said(i + 1, texts.get(i)));
            }
            index.add(entries, new ArchiveIndex.Reach(5, 0));
            index.commit();
            ArchiveIndex.Page first = index.search(words("发票"), null, 3, ArchiveIndex.Order.OLDEST_FIRST);
            ArchiveIndex.Page rest = index.search(words("发票"), first.next().orElseThrow(), 3,
                    ArchiveIndex.Order.OLDEST_FIRST);

            assertThat(first.keys()).extracting(Entry.Key::number).containsExactly(1L, 2L, 3L);
            assertThat(rest.keys()).extracting(Entry.Key::number).containsExactly(4L, 5L);
            assertThat(rest.next()).isEmpty();
            List<String> counted = new ArrayList<>();
            index.count(words(""), (lane, at, from, type) -> counted.add(lane + from + type));
            assertThat(counted).containsExactlyInAnyOrder("2m1text", "3m2text", "1m3text", "2m4text", "3m5text");
        }
    }

    @Test
    void conversationsMembersAndTimesNarrowItDown() throws IOException {
        try (ArchiveIndex index = ArchiveIndex.open(folder)) {
            List<String> texts = List.of("发票一", "发票二", "发票三", "發票四");
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                entries.add(said(i + 1, texts.get(i)));
            }
            index.add(entries, new ArchiveIndex.Reach(4, 0));
            index.commit();

            assertThat(found(index, words("發票"), texts)).containsExactly(4L, 3L, 2L, 1L);
            assertThat(found(index,
                    new Question("发票", List.of(2), List.of(), List.of(), Instant.EPOCH, START.plusSeconds(9)),
                    texts)).containsExactly(4L, 1L);
            assertThat(found(index, new Question("发票", List.of(), List.of("m3"), List.of("text"), Instant.EPOCH,
                    START.plusSeconds(9)), texts)).containsExactly(3L);
            assertThat(found(index, new Question("发票", List.of(), List.of(), List.of(), START.plusSeconds(2),
                    START.plusSeconds(4)), texts)).containsExactly(3L, 2L);

            index.forget(2, START.plusSeconds(3));
            index.commit();
            assertThat(found(index, words("发票"), texts)).containsExactly(4L, 3L, 2L);
            index.clear();
            assertThat(found(index, words(""), texts)).isEmpty();
        }
    }

    @Test
    void whatIsForgottenLeavesNoPairOfItsCharactersOnTheDisk() throws IOException {
        try (ArchiveIndex index = ArchiveIndex.open(folder)) {
            index.add(List.of(said(1, "住在梧桐街"), said(2, "别的事"), said(3, "还有别的")), new ArchiveIndex.Reach(3, 0));
            index.commit();
            assertThat(holds("梧桐")).isTrue();

            index.forget(List.of(new Entry.Key(Entry.Kind.EVENT, 1)));
            assertThat(holds("梧桐")).isFalse();
            assertThat(holds("别的")).isTrue();
            assertThat(index.size()).isEqualTo(2);
        }
    }

    private boolean holds(String text) throws IOException {
        String sought = new String(text.getBytes(UTF_8), ISO_8859_1);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(sought)) {
                    return true;
                }
            }
            return false;
        }
    }
}
