package io.qunbot.bot.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.qunbot.bot.archive.Imported;
import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.bot.search.Wish;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Outcome;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.BookRow;
import io.qunbot.store.BookTables;
import io.qunbot.store.ChatIndex;
import io.qunbot.store.DirectoryTables;
import io.qunbot.store.Duty;
import io.qunbot.store.Evidence;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.RemarkRow;
import io.qunbot.store.RosterRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import io.qunbot.store.TraceRow;
import io.qunbot.store.TraceTables;
import io.qunbot.wecom.archive.ArchiveDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a member said is put into every place there is, erased, and looked for in every byte. */
class EraserTest {

    private static final String GONE = "wmGone";
    private static final String SAID = "我家住在梧桐街\"十七\"号<三单元>";
    private static final String SECOND = "电话是一三八零零一三八";
    private static final String STAYS = "韩梅梅说的话要留着";

    @TempDir
    private Path data;
    private Store store;
    private final Decoder decoder = Dispatcher.decoder(new ArchiveDecoder());

    @BeforeEach
    void fill() throws IOException {
        store = Rows.open(data);
        Path file = data.resolveSibling(data.getFileName() + ".jsonl");
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < 400; number++) {
            lines.append(line(number * 2 + 1, GONE, number % 2 == 0 ? SAID : SECOND));
            lines.append(line(number * 2 + 2, number % 100 == 0 ? "wmGoneToo" : "wmOther", STAYS + number));
        }
        Files.writeString(file, lines);
        assertThat(Imported.into(store, file, InstantSource.system()).added()).isEqualTo(800);
        Files.delete(file);
        ChatIndex.catchUp(store, 1);
    }

    private static String line(int seq, String from, String text) {
        return "{\"seq\":" + seq + ",\"message\":{\"msgid\":\"m" + seq + "\",\"action\":\"send\",\"from\":\"" + from
                + "\",\"tolist\":[\"zhou\"],\"roomid\":\"wr" + seq % 3 + "\",\"msgtime\":" + (1_788_000_000_000L + seq)
                + ",\"msgtype\":\"text\",\"text\":{\"content\":" + new Gson().toJson(text) + "}}}\n";
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void everywhere() throws IOException {
        Rows.write(store, tables -> {
            tables.post(Rows.words(1, SAID + ",收到").withSeq(1).after(1, Outcome.SENT, "", Rows.NOW));
            tables.post(Rows.words(1, "有人说:" + SECOND).withSeq(2).with(Duty.about(SAID)).after(1, Outcome.SENT, "",
                    Rows.NOW));
            tables.post(Rows.words(1, "要等的:" + SAID).withSeq(1));
            tables.remark(new RemarkRow(1, "service", "reply", "unknown", SAID, 0, Rows.NOW), 1);
            TraceTables.write(tables, new TraceRow(1, 2, Rows.NOW, "v1", "service", "[\"" + SECOND + "\"]"));
            tables.remember(1, "signup", GONE + "\u001fask.open", "{\"until\":1}");
            tables.remember(1, "signup", "wmGoneToo\u001fask.open", "{\"until\":1}");
            tables.remember(1, "signup", "roll",
                    "{\"entries\":[{\"member\":{\"value\":\"wmGone\"},\"words\":\"" + SECOND
                            + "\"},{\"member\":{\"value\":\"wmOther\"},\"words\":\"好\"}]}");
            tables.remember(1, "reply", "waiting", "{\"answers\":[{\"words\":\"" + SECOND + "\",\"turn\":1}]}");
            tables.remember(1, "topics", "people", "{\"members\":[\"wmGone\",\"wmOther\"]}");
            tables.wake(new AlarmRow(1, "reply", "wait.archive/m1", Rows.NOW, "{\"text\":\"" + SECOND + "\"}"));
            DirectoryTables.person(tables, GONE, "梧桐街的李雷", Rows.NOW);
            DirectoryTables.keep(tables, new RosterRow("wr1", "app", "群", "zhou", 2, Rows.NOW,
                    "{\"name\":\"群\",\"members\":[{\"id\":\"wmGone\",\"name\":\"梧桐街的李雷\"}]}"));
            BookTables books = BookTables.of(tables);
            books.content("h1", ("faq:\n - ask: " + SECOND + "\n").getBytes(UTF_8));
            books.content("h2", "faq: []\n".getBytes(UTF_8));
            books.add(new BookRow(1, "v1", Rows.NOW, "COMMAND", "{}"), Map.of("rules/faq.yaml", "h1"));
            books.add(new BookRow(2, "v2", Rows.NOW, "COMMAND", "{}"), Map.of("rules/faq.yaml", "h2"));
        });
        assertThat(store.sealing().catchUp()).isTrue();
        store.file().backup(data.resolve("before.db"));
        Files.writeString(data.resolve("bot.log"), "12:00 DEBUG said " + SAID + "\n12:01 DEBUG said 你好\n");
        Files.write(data.resolve("dump.bin"), SECOND.getBytes(UTF_16LE));
    }

    private Erased erase(boolean dry) {
        try (ArchiveSearch search = searching()) {
            search.search(new Wish("梧桐街", "", "", "", Instant.EPOCH, Instant.now(), 10, "", 0));
            return new Eraser(store, decoder, data, new Eraser.Beside() {
                @Override
                public void changed() {
                    // nobody has read it
                }

                @Override
                public void forget() {
                    search.forget();
                }
            }).erase(new Eraser.Wish(GONE, Optional.empty(), "本人要求", "zhou", dry, Rows.NOW));
        }
    }

    private ArchiveSearch searching() {
        return new ArchiveSearch(store, decoder, Directory.EMPTY, data, ZoneOffset.UTC);
    }

    private static boolean holds(Path file, String text) throws IOException {
        String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
        StringBuilder numbered = new StringBuilder();
        text.chars().forEach(unit -> numbered.append("\\u").append("%04x".formatted(unit)));
        return Stream.of(text.getBytes(UTF_8), text.getBytes(UTF_16LE), text.getBytes(UTF_16BE),
                numbered.toString().getBytes(UTF_8))
                .anyMatch(form -> bytes.contains(new String(form, ISO_8859_1)));
    }

    private List<String> holding(String text) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : Residue.files(data)) {
            if (holds(file, text)) {
                names.add(file.getFileName().toString());
            }
        }
        return names;
    }

    @Test
    void nothingOfItIsLeftInAnyByteAndTheEvidenceStillHolds() throws IOException {
        everywhere();
        assertThat(holding("我家住在梧桐街")).contains("before.db", "bot.log");
        assertThat(holding(SECOND)).contains("dump.bin");

        Erased erased = erase(false);

        assertThat(erased.messages()).isEqualTo(400);
        assertThat(erased.left()).isEmpty();
        assertThat(erased.files()).containsExactlyInAnyOrder("before.db", "bot.log", "dump.bin");
        for (String text : List.of("我家住在梧桐街", "三单元", SECOND, "梧桐街的李雷")) {
            assertThat(holding(text)).as(text).isEmpty();
        }
        Evidence evidence = store.verify("", List.of());
        assertThat(evidence.damages()).isEmpty();
        assertThat(evidence.events()).isEqualTo(400);
        assertThat(evidence.tombstones()).isNotEmpty().allSatisfy(stone -> {
            assertThat(stone.reason()).isEqualTo("本人要求");
            assertThat(stone.who()).isEqualTo("zhou");
        });
        assertThat(Files.readString(data.resolve("bot.log"))).contains("12:01 DEBUG said 你好");
    }

    @Test
    void whatOthersSaidAndWhatIsRememberedOfThemStays() throws IOException {
        everywhere();
        erase(false);

        List<String> memories = new ArrayList<>();
        store.memories().of(1, (plugin, key, json) -> memories.add(key + " " + json));
        assertThat(memories).containsExactlyInAnyOrder("people {\"members\":[\"wmOther\"]}",
                "roll {\"entries\":[{\"member\":{\"value\":\"wmOther\"},\"words\":\"好\"}]}",
                "waiting {\"answers\":[{\"words\":\"▇\",\"turn\":1}]}", "wmGoneToo\u001fask.open {\"until\":1}");
        assertThat(store.outgoing().after(0)).extracting(OutboxRow::body).containsExactly("有人说:▇");
        assertThat(store.books().files(2)).hasSize(1);
        assertThat(new String(store.books().files(1).getOrDefault("rules/faq.yaml", new byte[0]), UTF_8))
                .contains("ask: ▇");
        try (ArchiveSearch search = searching()) {
            assertThat(search.search(new Wish("留着", "", "", "", Instant.EPOCH, Instant.now(), 500, "", 0)).hits())
                    .hasSize(400);
            assertThat(search.search(new Wish("梧桐街", "", "", "", Instant.EPOCH, Instant.now(), 500, "", 0)).hits())
                    .isEmpty();
        }
        try (Store backup = Store.open(data.resolve("before.db"), Thread.ofPlatform().daemon())) {
            assertThat(backup.verify("", List.of()).damages()).isEmpty();
            assertThat(backup.lastSeq()).isEqualTo(800);
        }
    }

    @Test
    void whoeverOnlyCountsChangesNothing() throws IOException {
        everywhere();
        Erased erased = erase(true);

        assertThat(erased.messages()).isEqualTo(400);
        assertThat(erased.words()).isEqualTo(3);
        assertThat(holding("我家住在梧桐街")).contains("before.db", "bot.log");
        assertThat(store.seals().tombstones()).isEmpty();
    }

    @Test
    void anImportOfTheSameFileBringsNothingBack() throws IOException {
        Path file = Files.writeString(data.resolveSibling(data.getFileName() + "2.jsonl"), line(1, GONE, SAID));
        erase(false);
        assertThat(Imported.into(store, file, InstantSource.system()).added()).isZero();
        Files.delete(file);
    }

    @Test
    void oneGroupCanBeErasedAlone() {
        int lane = store.lane(LaneId.of(new ChatId("wr1"))).orElseThrow().number();
        Eraser eraser = new Eraser(store, decoder, data, new Eraser.Beside() {
            @Override
            public void changed() {
                // nobody has read it
            }

            @Override
            public void forget() {
                // nobody searches
            }
        });
        Erased erased = eraser.erase(new Eraser.Wish(GONE, Optional.of(lane), "误加", "zhou", false, Rows.NOW));

        assertThat(erased.messages()).isBetween(100, 150);
        assertThat(erased.left()).as("what was said elsewhere is still there").containsExactly("qunbot.db");
        assertThat(store.verify("", List.of()).damages()).isEmpty();
    }
}
