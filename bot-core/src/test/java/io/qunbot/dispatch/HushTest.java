package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.pipeline.LaneMemory;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Remembered;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Reaction;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** For how long a bot is quiet that was told to be. */
class HushTest {

    private static final Instant END = Rows.NOW.plus(Duration.ofHours(1));
    private static final LaneMemory TOLD = key -> key.equals(new MemoryKey(Hush.PLUGIN, Hush.KEY))
            ? Remembered.ofJson("{\"until\":" + END.toEpochMilli() + ",\"by\":\"zhou\"}")
            : null;

    private static Profile profile(String... plugins) {
        List<Installed> stages = List.of(plugins).stream().map(name -> new Installed(name, (_, _) -> Reaction.pass()))
                .toList();
        return new Profile("test", "", Mode.AUTO, RuleBook.empty().profileOf(Rows.chat(1,
                ChatKind.INTERNAL).chat().orElseThrow(), Optional.empty()).services(), stages);
    }

    @Test
    void untilItsEndNothingIsSaidAndWhoWantedThatIsKnown() {
        assertThat(Hush.of(TOLD, profile("reply"), Rows.NOW)).hasValueSatisfying(
                why -> assertThat(why).startsWith("zhou 让机器人安静到 10:00"));
        assertThat(Hush.of(TOLD, profile("reply"), END.minusMillis(1))).isPresent();
        assertThat(Hush.of(TOLD, profile("reply"), END)).isEmpty();
    }

    @Test
    void whoeverWasNotToldIsNotQuiet() {
        assertThat(Hush.of(_ -> null, profile("reply"), Rows.NOW)).isEmpty();
    }

    @Test
    void theAnswerToTheColleagueIsSaidAllTheSame() {
        assertThat(Hush.of(TOLD, profile(Hush.PLUGIN), Rows.NOW)).isEmpty();
    }
}
