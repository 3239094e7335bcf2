package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was said is found, by a running bot and in a data folder that nobody holds. */
@Timeout(120)
class ArchiveSearchCommandTest {

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = CliHome.in(folder.resolve("home"));
        home.write("rules/good.yaml", CliHome.GOOD_RULES);
    }

    private JsonArray found(String... words) {
        String[] command = new String[words.length + 4];
        command[0] = "archive";
        command[1] = "search";
        System.arraycopy(words, 0, command, 2, words.length);
        command[words.length + 2] = "--format";
        command[words.length + 3] = "json";
        CliHome.Result result = home.qunbot(command);
        assertThat(result.err()).isEmpty();
        return JsonParser.parseString(result.out()).getAsJsonArray();
    }

    @Test
    void whatWasSaidIsFoundAtOnceAndAfterTheBotHasStopped() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            home.qunbot("say", "demo", "李雷", "怎麼開發票?😀");
            assertThat(found("发票")).isNotEmpty();
            home.qunbot("say", "demo", "韩梅梅", "发票抬头写错了");
            home.qunbot("say", "other", "韩梅梅", "换一张发票");

            JsonArray all = found("发票", "--who", "韩梅梅");
            assertThat(all).extracting(hit -> hit.getAsJsonObject().get("text").getAsString())
                    .containsExactly("换一张发票", "发票抬头写错了");
            assertThat(all.get(0).getAsJsonObject().keySet()).containsExactlyInAnyOrder("seq", "group", "groupName",
                    "from", "fromName", "at", "type", "text", "recalled");
            assertThat(found("票", "--group", "demo", "--who", "李雷")).hasSize(1);
            assertThat(found("😀")).hasSize(1);
            assertThat(found("没有说过")).isEmpty();
            assertThat(found("票", "--to", "2020-01-01")).isEmpty();
        }
        assertThat(found("抬头")).hasSize(1);
        assertThat(home.qunbot("archive", "reindex").exit()).isZero();
        assertThat(found("抬头", "--context", "1").get(0).getAsJsonObject().getAsJsonArray("before")).isNotEmpty();
    }

    @Test
    void pagesFollowEachOther() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            for (String text : new String[]{"票一", "票二", "票三"}) {
                home.qunbot("say", "demo", "李雷", text);
            }
        }
        String first = home.qunbot("archive", "search", "票", "--who", "李雷", "-n", "2").out();
        assertThat(first).contains("【票】三", "【票】二").doesNotContain("【票】一");
        String page = first.substring(first.lastIndexOf(' ') + 1).strip();
        assertThat(home.qunbot("archive", "search", "票", "--who", "李雷", "--page", page).out()).contains("【票】一")
                .doesNotContain("【票】二");
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        assertThat(home.qunbot("archive", "search", "票", "--from", "昨天").err()).contains("2026-12-03");
        assertThat(home.qunbot("archive", "search", "票", "-n", "0").exit()).isEqualTo(2);
    }
}
