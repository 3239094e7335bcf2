package io.qunbot.plugins.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.simulation.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Five hundred people join fifty groups within a minute, by day and by night. Every bot begins at nine in Shanghai. */
class FloodTest {

    private static final int GROUPS = 50;
    private static final int PEOPLE = 500;
    private static final long APART = 120;
    private static final long MERGE = 30_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Somebody joins a group, so many milliseconds after the first of all. */
    private record Join(long at, String group, String name) {}

    private static Simulation bot() {
        return Simulation.of(List.of(new WelcomePlugin()), Map.of("rules/test.yaml", """
                profile: test
                goal: 认识新人
                value: [有人认识]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                quiet: "22:00-08:30"
                limits: { say: 1/1m }
                plugins:
                  welcome: { merge: 30s, say: "欢迎 {{names}},{{count}} 位,第 {{numbers}},到 {{number}}" }
                """));
    }

    private static List<Join> joins(long seed) {
        Random random = new Random(seed);
        List<Join> joins = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            joins.add(new Join(i * APART, "群" + random.nextInt(GROUPS), "新人" + i));
        }
        return joins;
    }

    /** What has to be said in each group, found without the bot: a window opens with the first who joins. */
    private static Map<String, List<String>> expected(List<Join> joins) {
        Map<String, List<String>> words = new TreeMap<>();
        Map<String, List<Join>> groups = new TreeMap<>();
        joins.forEach(join -> groups.computeIfAbsent(join.group(), _ -> new ArrayList<>()).add(join));
        groups.forEach((group, all) -> {
            int next = 0;
            while (next < all.size()) {
                long end = all.get(next).at() + MERGE;
                int from = next;
                while (next < all.size() && all.get(next).at() < end) {
                    next++;
                }
                words.computeIfAbsent(group, _ -> new ArrayList<>()).add(words(all.subList(from, next), from + 1));
            }
        });
        return words;
    }

    private static String words(List<Join> party, int first) {
        String names = String.join("、", party.stream().limit(5).map(Join::name).toList())
                + (party.size() > 5 ? " 等 " + party.size() + " 人" : "");
        int last = first + party.size() - 1;
        String numbers = switch (party.size()) {
            case 1 -> "" + first;
            case 2 -> first + "、" + last;
            default -> first + " 到 " + last;
        };
        return "欢迎 %s,%d 位,第 %s,到 %d".formatted(names, party.size(), numbers, last);
    }

    private static Map<String, List<String>> said(Simulation bot) {
        Map<String, List<String>> words = new TreeMap<>();
        bot.utterances().stream().filter(Utterance::isSaid).forEach(each -> words
                .computeIfAbsent(each.chat().value(), _ -> new ArrayList<>()).add(each.text()));
        return words;
    }

    private static void flood(Simulation bot, List<Join> joins) {
        long now = 0;
        for (Join join : joins) {
            ScriptedChat chat = bot.group(join.group());
            chat.waits(Duration.ofMillis(join.at() - now)).joins(join.name());
            now = join.at();
        }
    }

    @Test
    void eachGroupGetsOneWelcomeForEachWindowWithTheRightNamesAndNumbersAndNoneTooMany() {
        List<Join> joins = joins(7);
        try (Simulation bot = bot()) {
            flood(bot, joins);
            bot.group("群0").restarts().waits(Duration.ofHours(2));

            assertThat(said(bot)).isEqualTo(expected(joins));
            Map<String, List<Utterance>> groups = new TreeMap<>();
            bot.utterances()
                    .forEach(each -> groups.computeIfAbsent(each.chat().value(), _ -> new ArrayList<>()).add(each));
            groups.values().forEach(words -> {
                for (int i = 1; i < words.size(); i++) {
                    assertThat(Duration.between(words.get(i - 1).at(), words.get(i).at()))
                            .isGreaterThanOrEqualTo(PAUSE);
                }
            });
        }
    }

    @Test
    void aNightsNewcomersGetOneWelcomeInEachGroupWhenItIsOver() {
        List<Join> joins = joins(11);
        try (Simulation bot = bot()) {
            bot.group("群0").waits(Duration.ofHours(14));
            flood(bot, joins);
            bot.group("群0").waits(Duration.ofHours(9)).restarts();
            assertThat(said(bot)).isEmpty();
            bot.group("群0").waits(Duration.ofMinutes(31));

            Map<String, List<Join>> groups = new TreeMap<>();
            joins.forEach(join -> groups.computeIfAbsent(join.group(), _ -> new ArrayList<>()).add(join));
            Map<String, List<String>> wanted = new TreeMap<>();
            groups.forEach((group, all) -> wanted.put(group, List.of(words(all, 1))));
            assertThat(said(bot)).isEqualTo(wanted);
        }
    }
}
