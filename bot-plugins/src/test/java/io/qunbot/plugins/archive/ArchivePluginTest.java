package io.qunbot.plugins.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.keep.ConsentPolicy;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.keep.MediaPolicy;
import io.qunbot.plugin.mask.Mask;
import io.qunbot.plugins.FakeChat;
import io.qunbot.plugins.FakeServices;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchivePluginTest {

    private static final Place PLACE = new Place(new Source("rules/a.yaml", ""), 3, 12, 4);

    private final ArchivePlugin plugin = new ArchivePlugin();
    private final FakeChat chat = new FakeChat(ChatKind.INTERNAL);

    @Test
    void forgetsNothingUnlessToldHowLongToKeep() throws Exception {
        Stage stage = plugin.create(new ArchiveSettings(Optional.empty(), List.of(), ConsentPolicy.DEFAULT,
                MediaPolicy.DEFAULT), FakeServices.company());
        assertThat(stage.on(chat.said("李雷", "你好"), chat).actions()).isEmpty();
    }

    @Test
    void hidesWhatItsOperatorNames() {
        assertThat(plugin.create(keep(30), FakeServices.company()).masks().in("13800138000")).isEqualTo("138****8000");
        assertThat(plugin.create(new ArchiveSettings(Optional.empty(), List.of(), ConsentPolicy.DEFAULT,
                MediaPolicy.DEFAULT), FakeServices.company()).masks()
                .in("13800138000")).isEqualTo("13800138000");
    }

    private Instant firstNight(Stage stage) {
        return stage.rhythm(chat).getFirst().slots().next(chat.now()).orElseThrow();
    }

    @Test
    void looksNoSoonerThanSomethingIsTooOld() throws Exception {
        Stage stage = plugin.create(keep(365), FakeServices.company());
        assertThat(stage.rhythm(chat)).isEmpty();

        assertThat(stage.on(chat.said("李雷", "你好"), chat).actions()).isEmpty();

        assertThat(firstNight(stage)).isBetween(Instant.parse("2027-12-03T19:00:00Z"),
                Instant.parse("2027-12-03T21:00:00Z"));
        chat.passes(Duration.ofDays(40));
        stage.on(chat.said("李雷", "在吗"), chat);
        assertThat(firstNight(stage)).isBefore(Instant.parse("2027-12-03T21:00:00Z"));
        assertThat(firstNight(plugin.create(keep(30), FakeServices.company())))
                .isBefore(chat.now().plus(Duration.ofDays(1)));
    }

    @Test
    void forgetsWhatIsTooOld() throws Exception {
        Stage stage = plugin.create(keep(365), FakeServices.company());
        chat.isNow("2026-12-04T19:30:00Z");
        assertThat(stage.on(chat.rang("archive", "purge"), chat).actions())
                .containsExactly(new Action.Forget(Instant.parse("2025-12-04T19:30:00Z")));
    }

    @Test
    void aConversationOfAnEarlierVersionIsLookedAtEveryNight() throws Exception {
        Stage stage = plugin.create(keep(365), FakeServices.company());
        chat.memory().put("armed", new ArchivePlugin.First(1));
        stage.on(chat.said("李雷", "你好"), chat);
        assertThat(firstNight(stage)).isBefore(chat.now().plus(Duration.ofDays(1)));
    }

    @Test
    void refusesToKeepLessThanTwoDays() {
        Problems problems = new Problems();
        plugin.check(keep(1), FakeServices.company(), problems);
        assertThat(problems.all()).singleElement().satisfies(problem -> assertThat(problem.place()).isEqualTo(PLACE));
        Problems none = new Problems();
        plugin.check(keep(2), FakeServices.company(), none);
        assertThat(none.all()).isEmpty();
    }

    @Test
    void saysWhatMayBeKeptWhetherItForgetsOrNot() {
        ConsentPolicy required = new ConsentPolicy(ConsentPolicy.Need.REQUIRED, ConsentPolicy.Otherwise.DROP);
        ArchiveSettings settings = new ArchiveSettings(Optional.empty(), List.of(), required, MediaPolicy.DEFAULT);
        assertThat(plugin.create(settings, FakeServices.company()).keeping())
                .contains(new Keeping(required, MediaPolicy.DEFAULT));
        assertThat(plugin.create(keep(30), FakeServices.company()).keeping()).contains(Keeping.DEFAULT);
    }

    private static ArchiveSettings keep(int days) {
        return new ArchiveSettings(Optional.of(new Located<>(Duration.ofDays(days), PLACE)), List.of(Mask.PHONE),
                ConsentPolicy.DEFAULT, MediaPolicy.DEFAULT);
    }
}
