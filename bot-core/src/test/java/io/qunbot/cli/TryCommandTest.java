package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.cli.CliHome.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Lines that are piped in, and what comes out. */
@ResourceLock(Resources.SYSTEM_OUT)
class TryCommandTest {

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder);
        home.write("rules/good.yaml", CliHome.GOOD_RULES + "staff: { owner: zhou.min }\n");
    }

    private Result chat(List<String> arguments, String... lines) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
            return home.in("zh", Stream.concat(Stream.of("try"), arguments.stream()).toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    private Result chat(String... lines) {
        return chat(List.of("good", "--at", "2026-12-03 09:00"), lines);
    }

    @Test
    void whatIsTypedIsSaidAndAnswered() {
        Result result = chat("在吗", "/as 韩梅梅", "你好", "/as owner", "我来", "/time +90m", "还在吗", "/quit", "不说了");
        assertThat(result.exit()).isZero();
        assertThat(result.out().lines()).containsSubsequence("09:00 成员: 在吗", "09:00 机器人: 收到", "09:00 韩梅梅: 你好",
                "09:00 机器人: 收到", "09:00 staff owner: 我来", "09:00 机器人: 收到", "10:30 staff owner: 还在吗");
        assertThat(result.out()).doesNotContain("不说了").contains("现在是 12-03 10:30");
    }

    @Test
    void silenceIsExplained() throws IOException {
        home.write("rules/good.yaml", CliHome.GOOD_RULES.replace("plugins:\n  parrot: { say: 收到 }\n", ""));
        assertThat(chat("在吗", "/why").out()).contains("机器人没有说话", "没有一条规则注意到它");
    }

    @Test
    void aConversationBecomesATestThatPasses() throws IOException {
        Result result = chat("在吗", "/at 你好", "/join 王五", "/redeliver", "/restart", "/as owner", "我来", "/time +1h",
                "/save-test 鹦鹉什么都答", "/save-test 鹦鹉什么都答");
        assertThat(result.out()).contains("存进了 rules/tests/good.test.yaml,跑过一遍,通过", "已经有叫这个名字的用例");
        assertThat(folder.resolve("rules/tests/good.test.yaml")).hasContent("""
                profile: good
                cases:
                  - name: "鹦鹉什么都答"
                    in: internal
                    people: { "owner": "owner" }
                    start: "2026-12-03"
                    chat:
                      - "09:00 成员: 在吗"
                      - "09:00 bot: 收到"
                      - "09:00 成员: @小助手 你好"
                      - "09:00 bot: 收到"
                      - "09:00 +王五"
                      - redeliver
                      - restart
                      - "09:00 staff owner: 我来"
                      - "09:00 bot: 收到"
                      - silence until 10:00
                """);
        assertThat(chat("又来了", "/save-test 第二个").out()).contains("通过");
        assertThat(home.qunbot("test").out()).startsWith("2 passed, 0 failed");
    }

    @Test
    void rulesAreReadAgainOnlyWhenTheyAreRight() throws IOException {
        List<String> out = new ArrayList<>();
        home.write("rules/good.yaml", CliHome.GOOD_RULES);
        InputStream before = System.in;
        try {
            System.setIn(new Editing(folder.resolve("rules/good.yaml")));
            out.addAll(home.in("zh", "try", "good", "--at", "09:00").out().lines().toList());
        } finally {
            System.setIn(before);
        }
        assertThat(out).containsSubsequence("09:00 机器人: 收到", "规则换成了现在文件里的;/save-test 从这里开始记", "09:00 机器人: 好的",
                "规则有错误,还用原来的", "09:00 机器人: 好的");
        assertThat(out).anyMatch(line -> line.contains("R001"));
    }

    /** Types, and edits the rules before each /reload. */
    private static final class Editing extends InputStream {
        private final Path rules;
        private final List<String> lines = new ArrayList<>(List.of("一", "/reload", "二", "/reload", "三"));
        private InputStream line = InputStream.nullInputStream();
        private int edits;

        Editing(Path rules) {
            this.rules = rules;
        }

        @Override
        public int read() throws IOException {
            int next = line.read();
            if (next >= 0 || lines.isEmpty()) {
                return next;
            }
            String typed = lines.removeFirst();
            if (typed.equals("/reload")) {
                Files.writeString(rules, CliHome.GOOD_RULES.replace("收到", "好的") + (edits++ == 0 ? "" : "oops: 1\n"));
            }
            line = new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8));
            return line.read();
        }

        /** A line at a time, so that nothing is read ahead of an edit. */
        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int first = read();
            if (first < 0) {
                return -1;
            }
            bytes[from] = (byte) first;
            int count = 1;
            while (count < length && line.available() > 0) {
                bytes[from + count++] = (byte) line.read();
            }
            return count;
        }
    }

    @Test
    void whatIsTypedWronglyIsExplained() {
        assertThat(chat("/tim +2h").out()).contains("您是不是想写 “/time”?");
        assertThat(chat("/time 08:00").out()).contains("时间只能往前走");
        assertThat(chat("/as 周敏 ownr").out()).contains("您是不是想写 “owner”?");
        assertThat(chat("/join", "/at", "/save-test", "/save-test x").out()).contains("/join 王五 赵六", "要对机器人说的话",
                "后面写用例的名字", "还没有说过话");
        assertThat(chat("/help").out()).contains("/save-test 名字");
        assertThat(chat(List.of("goood")).exit()).isEqualTo(2);
        assertThat(chat(List.of("goood")).err()).contains("您是不是想写 “good”?");
        assertThat(chat(List.of("good", "--at", "noon")).exit()).isEqualTo(2);
    }

    @Test
    void aGroupHasTheProfileThatClaimsIt() throws IOException {
        home.write("rules/good.yaml", CliHome.GOOD_RULES.replace("{ channel: assistant }", "{ id: wr1 }"));
        assertThat(chat(List.of("wr1", "--in", "customer"), "在吗").out()).contains("和 good(好的群)试聊", "的草稿: 收到");
    }

    @Test
    void liveMemoryIsACopy() {
        Result nothing = chat(List.of("good", "--live-memory"), "在吗");
        assertThat(nothing.exit()).isEqualTo(3);
        assertThat(nothing.err()).contains("还没有数据目录");
    }
}
