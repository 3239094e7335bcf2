package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.profile.BookReader;
import io.qunbot.profile.PagePlugin;
import io.qunbot.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What goes on while files have mistakes. */
class FallbackTest {

    private final PagePlugin plugin = new PagePlugin();
    private final BookReader reader = new BookReader(Map.of("pages", plugin), _ -> Optional.empty());
    private final SortedMap<String, byte[]> good = new TreeMap<>();
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @Test
    void aCompanionWithAMistakeGoesOnAsItWasTogetherWithItsProfile() {
        put(good, "pages/a.yaml", "title: 旧\n");
        put(good, "a.yaml", profile("a", "旧目标", "pages/a.yaml"));
        put(files, "pages/a.yaml", "titel: 新\n");
        put(files, "a.yaml", profile("a", "新目标", "pages/a.yaml"));
        put(files, "b.yaml", profile("b", "好", ""));
        Fallback fallback = fallback();
        assertThat(fallback.held()).containsExactly("rules/a.yaml", "rules/pages/a.yaml");
        assertThat(fallback.missing()).isEmpty();
        assertThat(fallback.book().profiles()).extracting(Profile::id).containsExactly("a", "b");
        assertThat(title()).isEqualTo("旧");
    }

    @Test
    void aNewCompanionWithAMistakeLeavesTheProfileAsItWas() {
        put(good, "a.yaml", profile("a", "好", ""));
        put(files, "pages/a.yaml", "titel: 新\n");
        put(files, "a.yaml", profile("a", "好", "pages/a.yaml"));
        Fallback fallback = fallback();
        assertThat(fallback.held()).containsExactly("rules/a.yaml");
        assertThat(fallback.missing()).containsExactly("rules/pages/a.yaml");
        assertThat(fallback.book().profiles()).extracting(Profile::id).containsExactly("a");
        assertThat(plugin.created.getLast().pages()).isEmpty();
    }

    @Test
    void aDeletedCompanionIsStillThereForTheLastGoodVersion() {
        put(good, "pages/a.yaml", "title: 旧\n");
        put(good, "a.yaml", profile("a", "好", "pages/a.yaml"));
        put(files, "a.yaml", profile("a", "好", "pages/a.yaml"));
        Fallback fallback = fallback();
        assertThat(fallback.held()).containsExactly("rules/a.yaml");
        assertThat(title()).isEqualTo("旧");
        assertThat(fallback.needs("rules/pages/a.yaml")).isTrue();
        assertThat(fallback.needs("rules/b.yaml")).isFalse();
    }

    @Test
    void aCompanionThatOnlyTheNewProfileUnderstandsGoesBackWithIt() {
        put(good, "pages/a.yaml", "title: 旧\n");
        put(good, "a.yaml", profile("a", "好", "pages/a.yaml"));
        put(files, "pages/a.yaml", "title: 新\nlines: [manager]\n");
        put(files, "a.yaml",
                profile("a", "好", "pages/a.yaml").replace("owner: zhou", "manager: lin") + "unknown: field\n");
        Fallback fallback = fallback();
        assertThat(fallback.held()).containsExactly("rules/a.yaml", "rules/pages/a.yaml");
        assertThat(fallback.isInForce("rules/pages/a.yaml")).isFalse();
        assertThat(fallback.book().profiles()).extracting(Profile::id).containsExactly("a");
        assertThat(title()).isEqualTo("旧");
    }

    private Fallback fallback() {
        return new Fallback(reader, good, files, reader.read(files));
    }

    private String title() {
        return plugin.created.reversed().stream().flatMap(settings -> settings.pages().stream()).findFirst()
                .orElseThrow()
                .file().getFirst().content().title();
    }

    private static String profile(String id, String goal, String page) {
        return "profile: " + id + "\ngoal: " + goal + "\nvalue: [好]\ngroups: [{ id: " + id
                + " }]\nstaff: { owner: zhou }\nplugins: { pages: { other: [x]"
                + (page.isEmpty() ? "" : ", pages: " + page) + " } }\n";
    }

    private static void put(SortedMap<String, byte[]> map, String name, String text) {
        map.put("rules/" + name, text.getBytes(StandardCharsets.UTF_8));
    }
}
