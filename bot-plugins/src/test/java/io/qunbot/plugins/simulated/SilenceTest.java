package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.explain.Explainer;
import io.qunbot.bot.explain.Explanation;
import io.qunbot.bot.explain.ExplanationText;
import io.qunbot.bot.explain.Hindsight;
import io.qunbot.bot.explain.Question;
import io.qunbot.chat.ChatKind;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.yaml.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every silence names its true reason and the line that decided, before it happens and after. */
class SilenceTest {

    static Stream<Silence> silences() {
        return Stream.concat(Silences.all().stream(), Stream.of(Silences.direct()));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void namesItsTrueReason(Silence silence) {
        Map<String, String> files = Shipped.rules("reply:\n" + silence.settings().indent(2), Silences.FAQ);
        try (Simulation bot = Simulation.of(Shipped.plugins(), files)) {
            ScriptedChat chat = silence.before().apply(bot.chat(silence.chat(), silence.kind()));

            Explanation before = new Explainer(bot.situation()).now(question(silence));
            assertReason(before, silence, files);

            chat.says(silence.who(), silence.text()).expectsNothing();
            List<Explanation> last = new Hindsight(bot.situation()).last(silence.chat(), "", 1).orElseThrow();
            assertThat(last).singleElement().satisfies(after -> assertReason(after, silence, files));
        }
    }

    private static Question question(Silence silence) {
        return new Question(silence.chat(), silence.text(), silence.who(), Optional.empty(),
                Optional.of(silence.kind() == ChatKind.DIRECT), Optional.of(silence.kind()), Optional.empty());
    }

    private static void assertReason(Explanation why, Silence silence, Map<String, String> files) {
        String text = new ExplanationText(Language.ZH).of(why);
        assertThat(why.answer().silent()).as(text).isTrue();
        assertThat(why.answer().zh()).as(text).contains(silence.reason());
        assertThat(why.answer().en()).as(text).isNotEmpty().isNotEqualTo(why.answer().zh());
        assertThat(text.lines().toList().getLast()).startsWith("所以:").contains(silence.reason());
        if (!silence.rule().isEmpty()) {
            assertThat(lineOf(why.answer().place(), files)).as(text).contains(silence.rule());
        }
        if (!silence.cause().isEmpty()) {
            String cause = why.answer().cause().isEmpty() ? why.answer().place() : why.answer().cause();
            assertThat(lineOf(cause, files)).as(text).contains(silence.cause());
        }
    }

    /** What stands on a line that was named. */
    private static String lineOf(String place, Map<String, String> files) {
        String[] parts = place.split(":", -1);
        return parts.length < 2
                ? ""
                : Objects.requireNonNull(files.get(parts[0])).lines().skip(Long.parseLong(parts[1]) - 1).findFirst()
                        .orElse("");
    }
}
