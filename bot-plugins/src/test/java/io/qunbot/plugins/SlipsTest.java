package io.qunbot.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What operators' hands do to a file, and what they are told: the line, the cause, what to write instead, once. */
class SlipsTest {

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final Pattern ENGLISH_OF_THE_PARSER = Pattern.compile(
            "mapping values|expected <|while (parsing|scanning)|could not find|found character|in 'reader'");

    @TestFactory
    Stream<DynamicTest> saysOfEverySlipWhatIsWrittenBesideIt() {
        List<String> cases = List.of(Broken.resource("slips.txt").split("(?m)^== ", -1));
        assertThat(cases).hasSizeGreaterThan(200);
        return cases.stream().skip(1).map(each -> DynamicTest.dynamicTest(each.lines().findFirst().orElseThrow(),
                () -> check(each.lines().skip(1).filter(line -> !line.isEmpty()).toList())));
    }

    private static void check(List<String> lines) {
        String text = Broken.good();
        List<String> expected = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.startsWith("> ")) {
                expected.add(line.substring(2));
            } else if (line.startsWith("- ")) {
                String before = unescaped(line.substring(2));
                assertThat(text).contains(before);
                int at = text.indexOf(before);
                text = text.substring(0, at) + unescaped(lines.get(index + 1).substring(2))
                        + text.substring(at + before.length());
            }
        }
        List<Problem> problems = Broken.problems(text);
        assertThat(problems.stream().map(SlipsTest::shown)).containsExactlyInAnyOrderElementsOf(
                expected.stream().map(SlipsTest::unescaped).toList());
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message().zh() + problem.message().en())
                .isNotBlank().doesNotContainPattern(ENGLISH_OF_THE_PARSER));
    }

    private static String shown(Problem problem) {
        return Broken.place(problem) + " " + problem.message().zh() + " => " + problem.help().zh();
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        String withSigns = UNICODE.matcher(text)
                .replaceAll(sign -> Character.toString(Integer.parseInt(sign.group(1), 16)).replace("\\", "\\\\"));
        for (int index = 0; index < withSigns.length(); index++) {
            boolean escape = withSigns.charAt(index) == '\\' && index + 1 < withSigns.length();
            plain.append(escape ? switch (withSigns.charAt(++index)) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                default -> withSigns.charAt(index);
            } : withSigns.charAt(index));
        }
        return plain.toString();
    }

    @Test
    void aGoodFileIsGood() {
        assertThat(Broken.problems(Broken.good())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> namesOneProblemAtItsLineWhereverTheSlipIs() {
        return Stream.of(slip("a full-width colon", line -> line.replaceFirst("^( *(?:- )?\\w+):", "$1：")),
                slip("no colon", line -> line.replaceFirst("^( *(?:- )?\\w+):", "$1")),
                slip("no space behind the dash", line -> line.replaceFirst("^( *)- ", "$1-")),
                slip("a tab", line -> line.replaceFirst("^ +", "\t")),
                slip("a full-width space", line -> line.replaceFirst("^  ", "\u3000")),
                slip("a quote too few at the end", line -> line.replaceFirst("\"([^\"]*)$", "$1")),
                slip("no opening brace", line -> line.replaceFirst(": \\{ ", ": ")),
                slip("no closing brace", line -> line.replaceFirst(" }$", "")));
    }

    private static DynamicTest slip(String name, UnaryOperator<String> hand) {
        return DynamicTest.dynamicTest(name, () -> {
            List<String> lines = Broken.good().lines().toList();
            for (int index = 0; index < lines.size(); index++) {
                String slipped = hand.apply(lines.get(index));
                if (!slipped.equals(lines.get(index))) {
                    List<String> broken = new ArrayList<>(lines);
                    broken.set(index, slipped);
                    assertThat(Broken.problems(String.join("\n", broken) + "\n")).as(slipped)
                            .extracting(problem -> problem.place().line()).containsExactly(index + 1);
                }
            }
        });
    }
}
