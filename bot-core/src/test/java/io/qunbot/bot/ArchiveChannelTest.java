package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonParser;
import io.qunbot.bot.archive.ImportReport;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Outcome;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.OutboxRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, the session archive that it hears customers by, and colleagues who answer for it. */
@Timeout(60)
class ArchiveChannelTest {

    private final Instant now = InstantSource.system().instant();

    @TempDir
    private Path folder;
    private WecomStandIn wecom;
    private TestHome home;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7)
                .group(JsonParser.parseString("{\"chat_id\":\"wr1\",\"name\":\"一群\",\"owner\":\"zhou.min\"}")
                        .getAsJsonObject());
        home = new TestHome(folder).config("""
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", token: %s, aesKey: %s }
                  archive: { kind: wecom-archive, source: { file: "in/*.jsonl", every: 1s } }
                admins: [xu.jia]
                """.formatted(wecom.address(), TestHome.TOKEN, TestHome.AES_KEY));
        home.file("service.yaml", """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou.min, backup: xu.jia }
                speak: { draft: { to: backup, expires: 1h } }
                plugins: { say: { text: 在“我的”里 } }
                """);
        Files.createDirectories(folder.resolve("in"));
        file = folder.resolve("in/1.jsonl");
        Files.writeString(file, "");
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private static String line(long seq, String room, String from, Instant at, String text) {
        return """
                {"seq":%d,"message":{"msgid":"m%d","action":"send","from":"%s","tolist":["li"],"roomid":"%s",\
                "msgtime":%d,"msgtype":"text","text":{"content":"%s"}}}
                """.formatted(seq, seq, from, room, at.toEpochMilli(), text);
    }

    private void comes(String lines) throws IOException {
        Files.writeString(file, lines, StandardOpenOption.APPEND);
    }

    private static void until(BooleanSupplier happened) {
        while (!happened.getAsBoolean()) { // the time limit of the class ends it
            Thread.onSpinWait();
        }
    }

    private static long count(Bot bot, String name) {
        return bot.counts().getOrDefault(name, 0L);
    }

    private static List<OutboxRow> drafts(Bot bot) {
        return bot.store().outgoing().after(0).stream().filter(row -> row.kind().equals("draft")).toList();
    }

    @Test
    void whatACustomerSaysBecomesADraftOfAColleague() throws IOException {
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            comes(line(1, "wr1", "wm1", now, "怎么开票"));
            until(() -> drafts(bot).stream().anyMatch(row -> row.outcome() == Outcome.DRAFT_FOR_HUMAN));

            assertThat(drafts(bot)).singleElement().satisfies(row -> assertThat(row.recipient()).isEqualTo("xu.jia"));
            assertThat(bot.archive().tail("wr1", 5).orElseThrow().getFirst())
                    .extracting(Archive.Line::from, Archive.Line::text).containsExactly("wm1", "怎么开票");
            assertThat(bot.chats()).singleElement()
                    .satisfies(chat -> assertThat(chat.kind()).isEqualTo(ChatKind.CUSTOMER));
            assertThat(count(bot, "archive.seq.archive")).isEqualTo(1);
        }
    }

    @Test
    void aBacklogRobotsAndPrivateWordsAreKeptAndNothingIsSaid() throws IOException {
        comes(line(1, "wr1", "wm1", now.minus(Duration.ofHours(1)), "旧的") + line(2, "wr1", "wb1", now, "机器人说的")
                + line(3, "", "wm1", now, "私聊的") + line(4, "internal", "wang", now, "内部的"));
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            until(() -> count(bot, "archive.seq.archive") == 4);

            assertThat(bot.archive().groups()).extracting(Archive.Conversation::id, Archive.Conversation::kind)
                    .containsExactlyInAnyOrder(tuple("wr1", "customer"), tuple("archive:li+wm1", "private"),
                            tuple("internal", "internal"));
            assertThat(count(bot, "turns")).isZero();
            assertThat(bot.store().outgoing().after(0)).isEmpty();
        }
    }

    @Test
    void aRestartTakesNothingTwiceAndAJumpIsTold() throws IOException {
        comes(line(1, "wr1", "wm1", now.minus(Duration.ofHours(1)), "一"));
        try (TestHome.Running running = home.start()) {
            until(() -> count(running.bot(), "archive.seq.archive") == 1);
        }
        Files.writeString(folder.resolve("in/2.jsonl"), line(1, "wr1", "wm1", now.minus(Duration.ofHours(1)), "一")
                + line(9, "wr1", "wm1", now.minus(Duration.ofHours(1)), "九"));
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            until(() -> count(bot, "archive.seq.archive") == 9);
            until(() -> !bot.store().outgoing().after(0).isEmpty());

            assertThat(bot.archive().tail("wr1", 5).orElseThrow()).extracting(Archive.Line::text).containsExactly("一",
                    "九");
            assertThat(bot.status().problems()).extracting(Status.Trouble::text)
                    .anySatisfy(text -> assertThat(text).contains("2–8"));
            assertThat(bot.store().outgoing().after(0)).singleElement().satisfies(row -> {
                assertThat(row.recipient()).isEqualTo("xu.jia");
                assertThat(row.plain()).contains("跳过了 7 条");
            });
        }
    }

    @Test
    void whatWasTakenBackIsShownAsThat() throws IOException {
        comes(line(1, "wr1", "wm1", now.minus(Duration.ofHours(1)), "说错了") + """
                {"seq":2,"message":{"msgid":"m2","action":"recall","from":"wm1","tolist":["li"],"roomid":"wr1",\
                "msgtime":%d,"msgtype":"revoke","revoke":{"pre_msgid":"m1"}}}
                """.formatted(now.toEpochMilli()));
        try (TestHome.Running running = home.start()) {
            until(() -> count(running.bot(), "archive.seq.archive") == 2);
            assertThat(running.bot().archive().tail("wr1", 5).orElseThrow())
                    .extracting(Archive.Line::text, Archive.Line::recalled)
                    .containsExactly(tuple("说错了", true), tuple("", false));
        }
    }

    @Test
    void halfALineWaitsForTheRest() throws IOException {
        String whole = line(1, "wr1", "wm1", now.minus(Duration.ofHours(1)), "半条");
        comes(whole.substring(0, 40));
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            until(() -> bot.status().problems().stream().anyMatch(trouble -> trouble.text().contains("1.jsonl")));
            assertThat(bot.store().lastSeq()).isZero();
            comes(whole.substring(40));
            until(() -> count(bot, "archive.seq.archive") == 1);
            assertThat(bot.archive().tail("wr1", 5).orElseThrow()).extracting(Archive.Line::text)
                    .containsExactly("半条");
        }
    }

    @Test
    void filesAreImportedWhileNothingRunsAndNeitherTwiceNorAnswered() throws IOException {
        Path history = folder.resolve("history.jsonl");
        Files.writeString(history,
                line(1, "wr1", "wm1", now, "甲") + "{\"seq\":2,\"mess\n" + line(5, "wr1", "li", now, "乙"));
        Files.createDirectories(home.data());

        ImportReport first = home
                .offline(offline -> offline.archive().bringIn(home.home, home.read(), "", List.of(history), _ -> {}));
        ImportReport again = home
                .offline(offline -> offline.archive().bringIn(home.home, home.read(), "", List.of(history), _ -> {}));

        assertThat(List.of(first.lines(), first.added(), first.known(), first.unreadable(), first.missing()))
                .containsExactly(3L, 3L, 0L, 1L, 3L);
        assertThat(first.gaps()).containsExactly("2–4");
        assertThat(List.of(again.lines(), again.added(), again.known())).containsExactly(3L, 0L, 3L);
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            assertThat(bot.archive().tail("wr1", 5).orElseThrow()).extracting(Archive.Line::text).containsExactly("甲",
                    "乙");
            assertThat(bot.archives().imports().begin(bot.channels().archive(""), List.of(history))).isTrue();
            until(() -> bot.archives().imports().progress().filter(ImportReport::done).isPresent());
            assertThat(bot.archives().imports().progress().orElseThrow().known()).isEqualTo(3);
            assertThat(count(bot, "turns")).isZero();
        }
    }
}
