package io.qunbot.bot;

import com.google.gson.JsonParser;
import io.qunbot.chat.Outcome;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.OutboxRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A home that hears customers by a session archive, which comes in files; and WeCom's API beside it. */
final class ArchiveHome implements AutoCloseable {

    final Path folder;
    final TestHome home;
    final WecomStandIn wecom;
    private final Path file;

    /** @param channel the channel of the archive, whose API address is {@code %s} */
    ArchiveHome(Path folder, String channel) throws IOException {
        this.folder = folder;
        wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7)
                .group(JsonParser.parseString("{\"chat_id\":\"wr1\",\"name\":\"一群\",\"owner\":\"zhou.min\"}")
                        .getAsJsonObject());
        home = new TestHome(folder).config("""
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", token: %s, aesKey: %s }
                """.formatted(wecom.address(), TestHome.TOKEN, TestHome.AES_KEY)
                + "  archive: " + channel.formatted(wecom.address()) + "\n");
        keeping("respected");
        Files.createDirectories(folder.resolve("in"));
        file = folder.resolve("in/1.jsonl");
        Files.writeString(file, "");
    }

    /** What of the groups may be kept. */
    void keeping(String consent) throws IOException {
        keeping(consent, "on");
    }

    void keeping(String consent, String media) throws IOException {
        home.file("service.yaml", """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou.min, backup: xu.jia }
                speak: { draft: { to: backup, expires: 1h } }
                plugins: { say: { text: 在“我的”里, consent: %s, media: %s } }
                """.formatted(consent, media));
    }

    TestHome.Running start() throws IOException {
        return home.start(new KeepingPlugin());
    }

    /** Something new stands in the file. */
    void comes(String... lines) throws IOException {
        Files.writeString(file, String.join("", lines), StandardOpenOption.APPEND);
    }

    static String text(long seq, String from, Instant at, String text) {
        return line(seq, from, at, "text", "{\"content\":\"" + text + "\"}");
    }

    static String line(long seq, String from, Instant at, String type, String body) {
        return """
                {"seq":%d,"message":{"msgid":"m%d","action":"send","from":"%s","tolist":["li"],"roomid":"wr1",\
                "msgtime":%d,"msgtype":"%s","%s":%s}}
                """.formatted(seq, seq, from, at.toEpochMilli(), type, type, body);
    }

    static String consent(long seq, String from, Instant at, boolean agreed) {
        String type = agreed ? "agree" : "disagree";
        return line(seq, from, at, type, "{\"userid\":\"" + from + "\"}");
    }

    static void until(BooleanSupplier happened) {
        while (!happened.getAsBoolean()) { // the time limit of the class ends it
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("it did not happen in time");
            }
            Thread.onSpinWait();
        }
    }

    static long count(Bot bot, String name) {
        return bot.counts().getOrDefault(name, 0L);
    }

    static void reaches(Bot bot, long seq) {
        until(() -> count(bot, "archive.seq.archive") == seq);
    }

    static List<String> said(Bot bot) {
        return bot.archive().tail("wr1", 50).orElseThrow().stream().filter(line -> line.type().equals("said"))
                .map(Archive.Line::text).toList();
    }

    static List<OutboxRow> drafts(Bot bot) {
        return bot.store().outgoing().after(0).stream()
                .filter(row -> row.kind().equals("draft") && row.outcome() == Outcome.DRAFT_FOR_HUMAN).toList();
    }

    @Override
    public void close() {
        wecom.close();
    }
}
