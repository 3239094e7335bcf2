package io.qunbot.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.bot.archive.ImportReport;
import io.qunbot.bot.archive.Importer;
import io.qunbot.bot.archive.consent.Asking;
import io.qunbot.bot.archive.consent.Consents;
import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.chat.Directory;
import io.qunbot.dispatch.Recorder;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.store.ChatIndex;
import io.qunbot.store.Store;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How fast a session archive is imported, everything durable, and what it takes of heap and disk.
 *
 * <pre>java -Xmx512m -cp … io.qunbot.load.ArchiveLoad MESSAGES [FOLDER]</pre>
 */
final class ArchiveLoad {

    private static final String WORDS = "课程今天作业老师同学报名优惠直播晚上八点资料链接打卡开票退款物流订单孩子数学英语阅读你好谢谢收到请问怎么什么时候可以";
    private static final int GROUPS = 500;
    private static final long FIRST = 1_788_000_000_000L;

    private ArchiveLoad() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int messages = Integer.parseInt(arguments[0]);
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("qunbot-archive");
        Path file = write(folder.resolve("archive.jsonl"), messages);
        Path data = folder.resolve("qunbot.db");
        try (Store store = Store.open(data, Thread.ofPlatform().name("store"))) {
            InstantSource clock = InstantSource.system();
            Screen screen = new Screen(_ -> Keeping.DEFAULT, new Consents(store.keeps()::consents), Asking.NOBODY,
                    clock);
            ImportReport first = new Importer(Recorder.of(store, Directory.EMPTY), Importer.CHANNEL, screen, clock)
                    .run(List.of(file));
            print("import", first, Files.size(file), size(folder));
            ImportReport again = new Importer(Recorder.of(store, Directory.EMPTY), Importer.CHANNEL, screen, clock)
                    .run(List.of(file));
            print("again", again, Files.size(file), size(folder));
            while (store.indexedUntil() < store.lastSeq()) {
                ChatIndex.catchUp(store, 1);
                Thread.onSpinWait();
            }
        }
        System.out.printf("closed: %,d bytes a message on disk, index by chat and all, %,d raw%n",
                size(folder) / messages, Files.size(file) / messages);
    }

    @SuppressWarnings("SystemOut")
    private static void print(String what, ImportReport report, long raw, long disk) {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf("%s: %s%n  %,d a second, heap at most %,d MB, disk %,d MB of %,d MB raw%n", what, report,
                report.lines() * 1000 / Math.max(1, report.millis()), heap >> 20, disk >> 20, raw >> 20);
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.newDirectoryStream(folder, "qunbot.db*")) {
            for (Path file : files) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private static Path write(Path file, int messages) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            for (int seq = 1; seq <= messages; seq++) {
                out.write(line(seq, random));
                out.newLine();
            }
        }
        return file;
    }

    private static String line(int seq, Random random) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 4 + random.nextInt(40))
                .forEach(_ -> text.append(WORDS.charAt(random.nextInt(WORDS.length()))));
        return ("{\"seq\":%d,\"message\":{\"msgid\":\"%019d_%d_external\",\"action\":\"send\",\"from\":\"wmAbCdEf%06d\","
                + "\"tolist\":[\"zhangsan\",\"lisi\"],\"roomid\":\"wrGroup%05d\",\"msgtime\":%d,\"msgtype\":\"text\","
                + "\"text\":{\"content\":\"%s\"}}}").formatted(seq, random.nextLong() >>> 1, seq,
                        random.nextInt(100_000), random.nextInt(GROUPS), FIRST + seq * 400L, text);
    }
}
