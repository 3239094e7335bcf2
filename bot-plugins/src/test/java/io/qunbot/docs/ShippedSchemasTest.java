package io.qunbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.ChannelsPage;
import io.qunbot.bot.Check;
import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.SchemaFile;
import io.qunbot.plugin.Plugin;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.schema.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships: the schemas beside the files, and files that an editor and check both like. */
class ShippedSchemasTest {

    private static final String AGAIN = "run ./qunbot schema --write, and ./qunbot schema --reference > docs/reference.md";
    /** Near the end of a year the holidays of the next one may not have been published. */
    private static final String UNPUBLISHED = "R409";
    private static final Map<String, Plugin<?>> PLUGINS = PluginLoader.load(Path.of("no such folder"));
    private static final List<SchemaFile> SCHEMAS = Editor.all(PLUGINS);
    private static final Editor EDITOR = new Editor(PLUGINS);

    static List<SchemaFile> schemas() {
        return SCHEMAS;
    }

    static List<String> files() {
        return Stream.of("rules", "config").flatMap(folder -> files(Fence.ROOT.resolve(folder))).sorted().toList();
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(file -> Fence.ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".yaml")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theSchemaThatShipsIsTheOneThatIsMade(SchemaFile schema) {
        assertThat(Fence.ROOT.resolve(schema.path())).as(AGAIN).hasContent(schema.text());
        assertThat(Json.print(schema.schema())).isEqualTo(schema.text());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileNamesItsSchemaAndFitsIt(String file) {
        SchemaFile schema = schemaOf(file);
        String text = read(file);
        assertThat(text.lines().findFirst()).contains(schema.modeline());
        assertThat(EDITOR.complaints(schema.kind(), text)).isEmpty();
    }

    @Test
    void whatShipsPassesCheck() {
        List<Problem> problems = Check.of(new Home(Fence.ROOT), _ -> Optional.empty()).stream()
                .filter(problem -> !problem.code().equals(UNPUBLISHED)).toList();
        assertThat(problems).as(new ProblemPrinter(Language.EN).text(problems)).isEmpty();
    }

    @Test
    void theReferencePageIsTheOneThatIsMade() {
        assertThat(Fence.ROOT.resolve("docs/reference.md")).as(AGAIN)
                .hasContent(SchemaFile.reference(SCHEMAS, PLUGINS));
    }

    @Test
    void theChannelsPageIsTheOneThatIsMade() {
        assertThat(Fence.ROOT.resolve("docs/channels.md"))
                .as("run ./qunbot schema --channels > docs/channels.md").hasContent(ChannelsPage.text());
    }

    private static SchemaFile schemaOf(String file) {
        return SchemaFile.of(file, SCHEMAS)
                .orElseThrow(() -> new AssertionError(file + " is of no kind that has a schema"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Fence.ROOT.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
