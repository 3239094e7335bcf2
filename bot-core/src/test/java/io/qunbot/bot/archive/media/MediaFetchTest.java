package io.qunbot.bot.archive.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.dispatch.Recorder;
import io.qunbot.plugin.keep.ConsentPolicy;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.keep.MediaPolicy;
import io.qunbot.plugin.keep.Size;
import io.qunbot.plugin.keep.Stay;
import io.qunbot.store.MediumRow.State;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.wecom.archive.ArchiveDecoder;
import io.qunbot.wecom.archive.HttpMedia;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MediaFetchTest {

    private static final Instant NOW = Instant.parse("2026-12-03T09:00:00Z");

    private final Map<String, List<byte[]>> files = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private MediaPolicy policy = MediaPolicy.DEFAULT;
    private Size budget = new Size(1 << 20);

    @TempDir
    private Path data;
    private HttpServer server;
    private Store store;

    @BeforeEach
    void start() throws IOException {
        store = Store.open(data.resolve("qunbot.db"), Thread.ofPlatform());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/media", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            asked.add(query + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            String file = query.replaceAll("sdkfileid=([^&]*)&indexbuf=.*", "$1");
            String index = query.replaceAll(".*indexbuf=", "");
            int piece = index.isEmpty() ? 0 : Integer.parseInt(index);
            if (!files.containsKey(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (piece > 0 && refusals.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(502, -1);
            } else {
                byte[] body = files.get(file).get(piece);
                if (piece + 1 < files.get(file).size()) {
                    exchange.getResponseHeaders().add("X-Next-Index", String.valueOf(piece + 1));
                }
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        store.close();
    }

    private static String md5(byte[]... pieces) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        for (byte[] piece : pieces) {
            digest.update(piece);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String image(int number, String file, String md5, long size) {
        return """
                {"seq":%d,"message":{"msgid":"m%d","action":"send","from":"wm1","tolist":["li"],"roomid":"wr1","msgtime":%d,\
                "msgtype":"image","image":{"sdkfileid":"%s","md5sum":"%s","filesize":%d}}}"""
                .formatted(number, number, NOW.minus(Duration.ofDays(40 - number)).toEpochMilli(), file, md5, size);
    }

    /** The messages are in the journal, and what they hold is wished for. */
    private void hears(String... messages) throws Exception {
        List<Recorder.Item> items = new ArrayList<>();
        for (String message : messages) {
            byte[] payload = message.getBytes(UTF_8);
            Event.Said said = (Event.Said) ArchiveDecoder.read("archive", payload, NOW).event();
            items.add(new Recorder.Item(said, payload, false, new Recorder.Beside(Recorder.Extent.WHOLE,
                    Wishes.of(said, payload, policy), OptionalInt.empty())));
        }
        Recorder.of(store, Directory.EMPTY).record(new Recorder.Page(items, Map.of()), NOW).get();
    }

    private MediaTidy tidy() {
        return new MediaTidy(store, new MediaFolder(data));
    }

    /** Goes once through what is due. */
    private void fetches(Instant when) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/media");
        try (HttpMedia source = new HttpMedia(address, "t0ken")) {
            MediaFetch fetch = new MediaFetch(new MediaFetch.Shelf(store, new MediaFolder(data), tidy(), budget),
                    Map.of("archive", source), _ -> new Keeping(ConsentPolicy.DEFAULT, policy),
                    InstantSource.fixed(when));
            store.keeps().due(when, 100).forEach(row -> {
                try {
                    fetch.go(row);
                } catch (MediaFetch.Unwritable failure) {
                    throw new AssertionError(failure);
                }
            });
        }
    }

    private MediaList.Line line(long seq) {
        return new MediaList(store, data).of(seq).getFirst();
    }

    private long filesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("media"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void storesByContentWhatIsWhole() throws Exception {
        byte[] one = "一段".getBytes(UTF_8);
        byte[] two = "两段".getBytes(UTF_8);
        files.put("f1", List.of(one, two));
        files.put("f2", List.of("一段两段".getBytes(UTF_8)));
        hears(image(1, "f1", md5(one, two), 12), image(2, "f2", "", 0));
        fetches(NOW);

        assertThat(line(1).state()).isEqualTo("stored");
        assertThat(Files.readString(Path.of(line(1).path()))).isEqualTo("一段两段");
        assertThat(line(2).path()).isEqualTo(line(1).path());
        assertThat(filesOnDisk()).isEqualTo(1);
        assertThat(store.keeps().bytes()).isEqualTo(12);
        assertThat(asked.getFirst()).isEqualTo("sdkfileid=f1&indexbuf= Bearer t0ken");
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() throws Exception {
        byte[] one = new byte[1000];
        byte[] two = new byte[10];
        files.put("f1", List.of(one, two));
        refusals.set(1);
        hears(image(1, "f1", md5(one, two), 1010));
        fetches(NOW);
        assertThat(line(1)).satisfies(line -> {
            assertThat(line.state()).isEqualTo("waiting");
            assertThat(line.got()).isEqualTo(1000);
            assertThat(line.reason()).contains("502");
        });
        store.close();
        store = Store.open(data.resolve("qunbot.db"), Thread.ofPlatform());
        asked.clear();
        fetches(NOW.plusSeconds(9));
        assertThat(asked).isEmpty();
        fetches(NOW.plusSeconds(11));

        assertThat(asked).containsExactly("sdkfileid=f1&indexbuf=1 Bearer t0ken");
        assertThat(line(1).state()).isEqualTo("stored");
    }

    @Test
    void whatDoesNotMatchItsMd5IsNotKept() throws Exception {
        files.put("f1", List.of("假的".getBytes(UTF_8)));
        hears(image(1, "f1", "0123456789abcdef0123456789abcdef", 6));
        fetches(NOW);

        assertThat(line(1).state()).isEqualTo("waiting");
        assertThat(line(1).reason()).contains("MD5");
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void whatIsGoneEndsAndWhatIsUnwantedIsNotAskedFor() throws Exception {
        hears(image(1, "f1", "", 6), image(2, "f2", "", 200L << 20));
        fetches(NOW);

        assertThat(line(1).state()).isEqualTo("failed");
        assertThat(line(2).state()).isEqualTo("unwanted");
        assertThat(asked).hasSize(1);
        files.put("f1", List.of(new byte[3]));
        assertThat(new MediaList(store, data).again(NOW)).isEqualTo(1);
        fetches(NOW);
        assertThat(line(1).state()).isEqualTo("stored");
    }

    @Test
    void whoSaysLessThanComesIsFoundOut() throws Exception {
        policy = new MediaPolicy(Stay.parse("on"), List.of(), new Size(100));
        files.put("f1", List.of(new byte[90], new byte[90]));
        hears(image(1, "f1", "", 10));
        fetches(NOW);

        assertThat(line(1).state()).isEqualTo("unwanted");
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void theOldestGoesWhenThereIsNoRoom() throws Exception {
        budget = new Size(100);
        for (int number = 1; number <= 3; number++) {
            byte[] content = new byte[40];
            content[0] = (byte) number;
            files.put("f" + number, List.of(content));
        }
        hears(image(1, "f1", "", 40), image(2, "f2", "", 40), image(3, "f3", "", 40));
        fetches(NOW);

        assertThat(Stream.of(1, 2, 3).map(seq -> line(seq).state())).containsExactly("removed", "stored", "stored");
        assertThat(store.keeps().bytes()).isEqualTo(80);
        assertThat(filesOnDisk()).isEqualTo(2);
    }

    @Test
    void aContentStaysUntilTheLastMessageThatNeedsItGoes() throws Exception {
        files.put("f1", List.of(new byte[5]));
        files.put("f2", List.of(new byte[5]));
        hears(image(1, "f1", "", 5), image(20, "f2", "", 5));
        fetches(NOW);
        policy = new MediaPolicy(Stay.parse("30d"), List.of(), new Size(100));
        Keeping keeping = new Keeping(ConsentPolicy.DEFAULT, policy);

        assertThat(tidy().expire(_ -> keeping, NOW)).isEqualTo(1);
        assertThat(filesOnDisk()).isEqualTo(1);
        assertThat(tidy().expire(_ -> keeping, NOW.plus(Duration.ofDays(60)))).isEqualTo(1);
        assertThat(filesOnDisk()).isZero();
        assertThat(store.keeps().states()).containsEntry(State.REMOVED, 2L);
    }

    @Test
    void whatNoMessageNeedsIsDeleted() throws Exception {
        files.put("f1", List.of(new byte[5]));
        hears(image(1, "f1", "", 5));
        fetches(NOW);
        Files.createDirectories(data.resolve("media/ff"));
        Files.write(data.resolve("media/ff/00"), new byte[1]);
        assertThat(tidy().forget()).isEqualTo(1);
        SmallUnit purge = new SmallUnit("a purge", tables -> tables.purge(1, NOW.plusSeconds(1), 10));
        store.sealing().catchUp();
        store.writer().submit(purge);
        assertThat(purge.awaitEnd()).isTrue();

        assertThat(tidy().forget()).isEqualTo(1);
        assertThat(filesOnDisk()).isZero();
        assertThat(store.keeps().states()).isEmpty();
    }
}
