package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder);
    }

    @Test
    void thePluginsThatWereDroppedInAreDescribedToo() {
        JsonObject schema = JsonParser.parseString(home.qunbot("schema", "profile").out()).getAsJsonObject();
        JsonObject settings = schema.getAsJsonObject("definitions").getAsJsonObject("ParrotPlugin.Settings");
        JsonObject times = settings.getAsJsonObject("properties").getAsJsonObject("times");
        assertThat(times.get("title").getAsString()).isEqualTo("说几遍");
        assertThat(times.get("description").getAsString()).isEqualTo("说几遍\n\nhow often");
        assertThat(times.get("default").getAsInt()).isEqualTo(1);
        assertThat(settings.getAsJsonArray("required")).hasSize(1).first().hasToString("\"say\"");
        assertThat(home.qunbot("schema", "--reference").out()).contains("| `times` |");
    }

    @Test
    void writingTellsWhatChanged() throws IOException {
        assertThat(home.qunbot("schema", "--write").out()).contains("rules/profile.schema.json  new",
                "config/bot.schema.json  new");
        home.write("config/bot.schema.json", "old");
        assertThat(home.qunbot("schema", "--write").out()).contains("rules/profile.schema.json  unchanged",
                "config/bot.schema.json  updated");
    }

    @Test
    void withoutAKindTheyAreListedAndAnUnknownOneIsWrongUsage() {
        assertThat(home.qunbot("schema").out()).contains("rules/*.yaml", "config/bot.yaml");
        Result unknown = home.qunbot("schema", "profiles");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no such kind of file: 'profiles'; there are: profile, bot");
    }
}
