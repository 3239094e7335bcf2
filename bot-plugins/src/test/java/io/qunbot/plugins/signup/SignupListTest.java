package io.qunbot.plugins.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Rolls;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Settings;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.SimulatedPeople;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.store.Store;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of sign-ups: the list, and what is wrong with the rules. */
class SignupListTest {

    private static final Instant START = Instant.parse("2026-12-03T01:00:00Z");
    private static final Chat GROUP = new Chat(new ChatId("一群"), ChatKind.INTERNAL, VirtualBot.CHANNEL);

    private static Reading read(String signups) {
        String file = """
                profile: test
                goal: 一起来
                value: [有活动]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins:
                  signup:
                """ + signups.indent(4);
        return new BookReader(Map.of("signup", new SignupPlugin()), _ -> Optional.empty(), () -> START)
                .read(new TreeMap<>(Map.of("rules/test.yaml", file.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> codes(String signups) {
        return read(signups).problems().stream().map(Problem::code).toList();
    }

    @Test
    void theListIsReadFromTheStoreOfABotThatIsStopped(@TempDir Path folder) {
        SimulatedPeople people = new SimulatedPeople(Map.of());
        Reading rules = read("- { id: visit, title: 参观, is: [报名], ask: [人数], seats: 1 }");
        try (VirtualBot bot = new VirtualBot(new VirtualBot.Parts(folder, people, Settings.DEFAULT, START),
                rules.book())) {
            for (String text : new String[]{"报名", "3 个人"}) {
                bot.deliver(new Event.Said(bot.newId(VirtualBot.CHANNEL), bot.now(), GROUP, new MemberId("wm-laochen"),
                        new Content.Text(text), false));
            }
        }
        try (Store store = Store.open(folder.resolve(VirtualBot.STORE), Thread.ofPlatform())) {
            Rolls rolls = new Rolls(store, people);

            assertThat(rolls.of(new Rolls.Wish("signup", "", "", false))).singleElement().satisfies(sheet -> {
                assertThat(sheet.title()).isEqualTo("参观");
                assertThat(sheet.lines()).containsExactly(new Rolls.Line("wm-laochen", "wm-laochen", START.toString(),
                        "in", Map.of("人数", "3 个", "words", "3 个人")));
            });
            assertThat(rolls.of(new Rolls.Wish("signup", "一群", "visit", true)).getFirst().lines().toString())
                    .doesNotContain("laochen");
            assertThat(rolls.of(new Rolls.Wish("signup", "二群", "", false))).isEmpty();
            assertThat(rolls.of(new Rolls.Wish("rollcall", "", "", false))).isEmpty();
        }
    }

    @Test
    void everyMistakeIsNamed() {
        assertThat(codes("- { id: a, is: [报名] }\n- { id: a, is: [我来] }")).containsExactly("R420");
        assertThat(codes("- { id: a, is: [报名] }\n- { id: b, is: [報名!] }")).containsExactly("R421");
        assertThat(codes("- { id: a, is: [] }")).containsExactly("R422");
        assertThat(codes("- { id: a, is: [报名], remind: { before: 1d, say: 明天见 } }")).containsExactly("R423");
        assertThat(codes("- { id: a, is: [报名], list: { who: owner } }")).containsExactly("R423");
        assertThat(codes("- { id: a, is: [报名], seats: 2/1d, ask: [门店] }")).containsExactly("R424");
        assertThat(codes("- { id: a, is: [报名], open: { from: \"2027-01-02 10:00\", until: \"2027-01-01 10:00\" } }"))
                .containsExactly("R425");
        assertThat(codes("- { id: a, is: [报名], date: \"2026-12-01 10:00\" }")).containsExactly("R426");
        assertThat(codes("- { id: a, is: [报名], say: \"{{nam}}\" }")).containsExactly("R201");
        assertThat(codes("- { id: a, is: [报名], list: { who: ower, at: \"18:00\" } }")).containsExactly("R217");
    }
}
