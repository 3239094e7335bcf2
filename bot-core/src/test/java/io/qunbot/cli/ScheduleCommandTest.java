package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {

    private static CliHome home(Path folder) throws IOException {
        CliHome home = CliHome.in(folder);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("plugins/bell.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/io.qunbot.plugin.Plugin"));
            jar.write(BellPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        home.write("rules/good.yaml", CliHome.GOOD_RULES + "  bell: { at: \"12:00\" }\nzone: Asia/Shanghai\n");
        return home;
    }

    private static JsonArray json(Result result) {
        assertThat(result.exit()).as(result.err()).isZero();
        return JsonParser.parseString(result.out()).getAsJsonArray();
    }

    @Test
    void aGroupThatWasNeverSeenIsLookedAtAsIfItBeganNow(@TempDir Path folder) throws IOException {
        CliHome home = home(folder);
        home.write("rules/good.yaml", Files.readString(home.root().resolve("rules/good.yaml"))
                .replace("[{ channel: assistant }]", "[{ id: 群9 }]"));

        Result result = home.qunbot("schedule", "--format", "json");

        assertThat(result.err()).contains("has not met 群9");
        JsonArray slots = json(result);
        assertThat(slots).hasSize(14);
        JsonObject first = slots.get(0).getAsJsonObject();
        assertThat(first.get("group").getAsString()).isEqualTo("群9");
        assertThat(first.get("profile").getAsString()).isEqualTo("good");
        assertThat(first.get("plugin").getAsString()).isEqualTo("bell");
        assertThat(first.get("id").getAsString()).isEqualTo("bell");
        assertThat(first.get("step").getAsString()).isEmpty();
        assertThat(first.get("nominal")).isEqualTo(first.get("at"));
        OffsetDateTime at = OffsetDateTime.parse(first.get("at").getAsString());
        assertThat(at.getOffset()).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(at.getHour()).isEqualTo(12);
    }

    @Test
    void whatIsOrderedOfARunningBotIsDoneAndShown(@TempDir Path folder) throws IOException {
        CliHome home = home(folder);
        try (RunningBot bot = RunningBot.of(home)) {
            assertThat(bot.port()).isNotEmpty();
            assertThat(home.qunbot("schedule", "pause", "bell").err()).contains("no group has anything that recurs");
            home.qunbot("say", "群1", "李雷", "你好");
            home.qunbot("say", "群2", "李雷", "你好");

            assertThat(home.qunbot("schedule", "pause", "bel").err()).contains("did you mean \"bell\"?");
            assertThat(home.qunbot("schedule", "pause", "bell", "-g", "群3").err()).contains("never seen: 群3");
            assertThat(home.qunbot("schedule", "pause", "bell").out()).isEqualTo("bell: paused, groups: 2\n");
            assertThat(home.qunbot("schedule", "resume", "bell", "-g", "群2").out()).contains("groups: 1");

            assertThat(json(home.qunbot("schedule", "-g", "群1", "--days", "3", "--format", "json"))).hasSize(3)
                    .allSatisfy(slot -> {
                        assertThat(slot.getAsJsonObject().get("at").isJsonNull()).isTrue();
                        assertThat(slot.getAsJsonObject().get("shifted").getAsString()).contains("paused");
                    });
            assertThat(home.qunbot("schedule", "--days", "3").out()).contains("12:00  群2  bell/bell",
                    "--:--  群1  bell/bell", "3 said, 3 silent");
            assertThat(home.qunbot("status").out()).contains("paused: bell/bell: 群1");
            assertThat(home.qunbot("explain", "群1", "你好").out()).contains("bell/bell is paused");
            assertThat(home.qunbot("schedule", "run", "bell", "--now", "-g", "群1").out()).contains("happens now");
            assertThat(calendar(home)).hasSize(3);
        }
    }

    /** The events of the calendar, each line as long as it may be. */
    private static List<String> calendar(CliHome home) {
        String file = home.qunbot("schedule", "-g", "群2", "--days", "3", "--format", "ics").out();
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(file.split("\r\n", -1)).allSatisfy(
                line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        String unfolded = file.replace("\r\n ", "");
        assertThat(unfolded).contains("DESCRIPTION:铃响了;开饭".replace(";", "\\;"), "LOCATION:群2");
        return unfolded.lines().filter(line -> line.matches("DTSTART:\\d{8}T040000Z")).toList();
    }
}
