package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.profile.BookReader;
import io.qunbot.profile.PagePlugin;
import io.qunbot.store.Rows;
import io.qunbot.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that profiles use take effect, and are kept, like profiles. */
class RulesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Rows.NOW);

    @TempDir
    private Path folder;

    private final PagePlugin plugin = new PagePlugin();
    private final BookReader reader = new BookReader(Map.of("pages", plugin), _ -> Optional.empty());

    @Test
    void aCompanionTakesEffectWithAReloadAndItsLastGoodVersionOutlivesARestart() {
        try (Store store = Rows.open(folder)) {
            Rules rules = rules(store, "title: 一\n");
            assertThat(title()).isEqualTo("一");
            assertThat(rules.reload(files("title: 二\n")).held()).isEmpty();
            assertThat(title()).isEqualTo("二");
            assertThat(rules.reload(files("titel: 三\n")).held()).containsExactly("rules/a.yaml", "rules/pages/a.yaml");
            assertThat(title()).isEqualTo("二");
        }
        try (Store store = Rows.open(folder)) {
            Rules rules = rules(store, "titel: 三\n");
            assertThat(rules.state().held()).containsExactly("rules/a.yaml", "rules/pages/a.yaml");
            assertThat(rules.state().missing()).isEmpty();
            assertThat(title()).isEqualTo("二");
            assertThat(rules.reload(files("title: 四\n")).held()).isEmpty();
            assertThat(title()).isEqualTo("四");
        }
    }

    private Rules rules(Store store, String page) {
        return Rules.of(reader, store, CLOCK, files(page), reader.read(files(page)));
    }

    private String title() {
        return plugin.created.getLast().pages().orElseThrow().file().getFirst().content().title();
    }

    private static SortedMap<String, byte[]> files(String page) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("rules/pages/a.yaml", page.getBytes(StandardCharsets.UTF_8));
        files.put("rules/a.yaml", """
                profile: a
                goal: 好
                value: [好]
                groups: [{ id: a }]
                plugins: { pages: { pages: pages/a.yaml } }
                """.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
