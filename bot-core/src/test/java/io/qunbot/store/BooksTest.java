package io.qunbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books of rules as they are kept, and figures about a store. */
class BooksTest {

    @TempDir
    private Path folder;

    @Test
    void keepsEachContentOnceAndAsLongAsABookNamesIt() {
        try (Store store = Rows.open(folder)) {
            book(store, 1, "a", "b");
            book(store, 2, "a", "c");
            assertThat(text(store, 1, "rules/1.yaml")).isEqualTo("b");
            assertThat(store.books().hashes(2)).isEqualTo(Map.of("rules/0.yaml", "#a", "rules/1.yaml", "#c"));
            Rows.write(store, tables -> BookTables.of(tables).prune(1));
            assertThat(store.books().newest(10)).extracting(BookRow::id).containsExactly(2L);
            assertThat(store.books().files(1)).isEmpty();
            assertThat(text(store, 2, "rules/0.yaml")).isEqualTo("a");
        }
    }

    @Test
    void aBookThatARolloutStandsOnIsNotPruned() {
        try (Store store = Rows.open(folder)) {
            for (int id = 1; id <= 5; id++) {
                book(store, id, "a" + id);
            }
            RolloutRow rollout = new RolloutRow("service", 2, "v2", "v5", "print", Rows.NOW, "");
            Rows.write(store, tables -> BookTables.of(tables).rollout(rollout));
            Rows.write(store, tables -> BookTables.of(tables).prune(2));
            assertThat(store.books().newest(10)).extracting(BookRow::id).containsExactly(5L, 4L, 2L);
            assertThat(store.books().rollouts()).containsExactly(rollout);
            Rows.write(store, tables -> {
                BookTables.of(tables).endAll();
                BookTables.of(tables).prune(2);
            });
            assertThat(store.books().newest(10)).extracting(BookRow::id).containsExactly(5L, 4L);
            assertThat(store.books().rollouts()).isEmpty();
        }
    }

    @Test
    void knowsTheLastEventOfEachChatWhetherItIsIndexedOrNot() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                for (int lane = 1; lane <= 3; lane++) {
                    tables.lane(Rows.chat(lane, ChatKind.INTERNAL), Rows.NOW);
                }
                tables.append(Rows.event(1, "a", Rows.NOW));
                tables.append(Rows.event(2, "b", Rows.NOW.plus(Duration.ofMinutes(1))));
            });
            ChatIndex.catchUp(store, 1);
            Rows.write(store, tables -> tables.append(Rows.event(2, "c", Rows.NOW.plus(Duration.ofMinutes(2)))));
            Rows.write(store, tables -> tables.post(Rows.words(1, "好")));
            assertThat(store.figures().lastEvents()).isEqualTo(Map.of(1, Rows.NOW, 2,
                    Rows.NOW.plus(Duration.ofMinutes(2))));
            assertThat(store.figures().waiting()).isEqualTo(Map.of("wecom", 1L));
            assertThat(store.figures().bytes()).isPositive();
            assertThat(store.figures().undelivered(5)).isEmpty();
        }
    }

    private static void book(Store store, long id, String... contents) {
        Rows.write(store, tables -> {
            Map<String, String> hashes = new TreeMap<>();
            for (int at = 0; at < contents.length; at++) {
                BookTables.of(tables).content("#" + contents[at], contents[at].getBytes(StandardCharsets.UTF_8));
                hashes.put("rules/" + at + ".yaml", "#" + contents[at]);
            }
            BookTables.of(tables).add(new BookRow(id, "v" + id, Rows.NOW, "start", ""), hashes);
        });
    }

    private static String text(Store store, long book, String path) {
        return new String(store.books().files(book).get(path), StandardCharsets.UTF_8);
    }
}
