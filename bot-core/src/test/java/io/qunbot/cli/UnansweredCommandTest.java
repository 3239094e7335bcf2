package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.EventId;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.RemarkRow;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import io.qunbot.store.Tables;
import io.qunbot.store.WriteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions without an answer, of a data folder and of a bot that runs on it. */
class UnansweredCommandTest {

    @TempDir
    private Path folder;

    private final Instant now = InstantSource.system().instant();
    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = CliHome.in(folder.resolve("home"));
        Files.createDirectories(home.root().resolve("data"));
        try (Store store = Rows.open(home.root().resolve("data"))) {
            Rows.write(store, tables -> {
                Chat chat = new Chat(new ChatId("wr1"), ChatKind.INTERNAL, "assistant");
                tables.lane(new LaneRow(1, chat.lane(), Optional.of(chat), Optional.empty()), now);
                remark(tables, "service", "unanswered", "lilei", "@小灶 怎么换\\\"收银机\\\"?", Duration.ofDays(2));
                remark(tables, "service", "offered", "wmAbCdEfG", "收银机怎么换啊", Duration.ofDays(1));
                remark(tables, "service", "unanswered", "lilei", "会员日打几折", Duration.ofDays(3));
                remark(tables, "nurture", "unanswered", "lilei", "你们在哪个城市", Duration.ofDays(3));
                remark(tables, "service", "unanswered", "lilei", "去年的问题是什么", Duration.ofDays(40));
                remark(tables, "service", "wrong", "lilei", "发票怎么开", Duration.ofHours(1));
            });
        }
    }

    private void remark(Tables tables, String profile, String kind, String member, String text,
            Duration ago) throws WriteException {
        String payload = """
                {"msgid":"%s","aibotid":"AIBOT","chatid":"wr1","chattype":"group","create_time":%d,"msgtype":"text",\
                "from":{"userid":"%s"},"text":{"content":"%s"}}""".formatted(text.hashCode(),
                now.minus(ago).getEpochSecond(), member, text);
        long seq = tables.append(new JournalRow(0, 1, new EventId("assistant", String.valueOf(text.hashCode())),
                now.minus(ago), now.minus(ago), JournalState.DONE, payload.getBytes(StandardCharsets.UTF_8), null,
                null));
        tables.remark(new RemarkRow(seq, profile, "reply", kind, "product/device", 0.5, now.minus(ago)), seq);
    }

    @Test
    void alikeQuestionsStandTogetherAsAnEntryToBePasted() throws Exception {
        CliHome.Result offline = home.qunbot("unanswered", "service");
        assertThat(offline.exit()).isZero();
        assertThat(offline.err()).isEmpty();
        assertThat(offline.out().lines()).satisfiesExactly(
                line -> assertThat(line).matches(
                        "  # service: 2x, by li\\*\\*\\*ei, wm\\*\\*\\*fG, last .*, nearest product/device 50%"),
                line -> assertThat(line).matches("  - id: new-[0-9a-f]{6}"),
                line -> assertThat(line).isEqualTo("    ask: [\"怎么换\\\"收银机\\\"?\", \"收银机怎么换啊\"]"),
                line -> assertThat(line).isEqualTo("    say: \"【待填写】\""),
                line -> assertThat(line).startsWith("  # service: 1x, by li***ei"),
                line -> assertThat(line).startsWith("  - id: new-"),
                line -> assertThat(line).isEqualTo("    ask: [\"会员日打几折\"]"),
                line -> assertThat(line).isEqualTo("    say: \"【待填写】\""));
        try (RunningBot _ = RunningBot.of(home)) {
            assertThat(home.qunbot("unanswered", "service")).isEqualTo(offline);
        }
    }

    @Test
    void aLongerTimeAndOtherProfilesCanBeAskedFor() {
        assertThat(home.qunbot("unanswered", "--days", "60").out()).contains("去年的问题是什么", "你们在哪个城市");
        assertThat(home.qunbot("unanswered").out()).doesNotContain("去年的问题").contains("你们在哪个城市");
        assertThat(home.qunbot("unanswered", "elsewhere").out()).isEqualTo("# none" + System.lineSeparator());
        assertThat(home.qunbot("unanswered", "--days", "0").exit()).isEqualTo(2);
    }

    @Test
    void toolsGetJson() {
        assertThat(home.qunbot("unanswered", "nurture", "--format", "json").out()).contains("\"profile\":\"nurture\"",
                "\"count\":1", "\"by\":[\"li***ei\"]", "\"nearest\":\"product/device\"",
                "\"wordings\":[\"你们在哪个城市\"]");
    }

    @Test
    void wrongAnswersAreListedWithTheirQuestion() {
        assertThat(home.qunbot("unanswered", "--wrong").out()).hasLineCount(1)
                .contains("  service  product/device  发票怎么开");
    }
}
