package io.qunbot.plugins;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.plugins.topics.TopicsPlugin;
import io.qunbot.plugins.welcome.WelcomePlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static final List<Plugin<?>> PLUGINS = List.of(new WelcomePlugin(), new ReplyPlugin(), new TopicsPlugin());

    private static final String TAGS = """
            families:
              行业: { one: [餐饮, 零售], keep: 60d }
              意向: { any: [问价, 想试用] }
            segments:
              餐饮意向: { all: [餐饮], any: [问价, 想试用] }
              回来的: { quiet_for: 30d, any: [问价] }
              老板: { any: [餐饮, 零售] }
            """;

    private static Map<String, String> rules(String segments, String rules) {
        Map<String, String> files = new HashMap<>();
        files.put("config/tags.yaml", TAGS);
        files.put("rules/test.yaml", """
                profile: test
                goal: 测试分群
                value: [放心]
                groups: [{ rest: true }]
                staff: { owner: zhou, 发票: wu }
                %s
                plugins:
                  reply:
                    from: [member, staff]
                    rules:
                      - { id: food, when: { any: [我做餐饮] }, tag: 餐饮 }
                      - { id: shop, when: { any: [我做零售] }, tag: 零售 }
                      - { id: asked, when: { any: [多少钱] }, tag: 问价 }
                %s
                """.formatted(segments, rules));
        return files;
    }

    private static Simulation bot(String segments, String rules) {
        return Simulation.of(PLUGINS, rules(segments, rules));
    }

    @Test
    void aRuleIsForThoseInASegmentAcrossGroups() {
        try (Simulation bot = bot("", "      - { id: food-offer, when: { any: [有优惠], in: 餐饮意向 }, say: 餐饮版九折 }")) {
            bot.group("甲群").says("李雷", "我做餐饮的").says("李雷", "有优惠吗").expectsNothing();
            bot.group("乙群").says("李雷", "多少钱").says("李雷", "有优惠吗").expects("餐饮版九折")
                    .says("韩梅梅", "有优惠吗").expectsNothing().restarts()
                    .says("李雷", "我做零售的").says("李雷", "有优惠吗").expectsNothing();

            assertThat(bot.tagsOf("李雷")).containsExactlyInAnyOrder("零售", "问价");
        }
    }

    @Test
    void aTagThatIsKeptForATimeGoesAndARuleThatSaysItAgainRenewsIt() {
        try (Simulation bot = bot("", "")) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "我做餐饮的").says("李雷", "多少钱").waits(ofDays(59));
            assertThat(bot.tagsOf("李雷")).contains("餐饮");

            chat.says("李雷", "我做餐饮的").restarts().waits(ofDays(59));
            assertThat(bot.tagsOf("李雷")).contains("餐饮");

            chat.waits(ofDays(2));
            assertThat(bot.tagsOf("李雷")).containsExactly("问价");
        }
    }

    @Test
    void aProfilesSegmentGoesBeforeTheHouses() {
        try (Simulation bot = bot("segments: { 餐饮意向: { any: [零售] } }",
                "      - { id: offer, when: { any: [有优惠], in: 餐饮意向 }, say: 九折 }")) {
            bot.group("甲群").says("李雷", "我做餐饮的").says("李雷", "多少钱").says("李雷", "有优惠吗").expectsNothing()
                    .says("李雷", "我做零售的").says("李雷", "有优惠吗").expects("九折");
        }
    }

    @Test
    void whoComesBackAfterALongSilenceIsKnown() {
        try (Simulation bot = bot("", "      - { id: back, when: { any: [还在吗], in: 回来的 }, say: 好久不见 }")) {
            bot.group("甲群").says("李雷", "多少钱").waits(ofDays(31)).restarts().says("李雷", "你们还在吗").expects("好久不见")
                    .waits(ofHours(3)).says("李雷", "你们还在吗").expectsNothing();
        }
    }

    @Test
    void rolesOfAllKindsAreUsableTogether() {
        try (Simulation bot = bot("", """
                      - { id: lurker, when: { any: [冒个泡], role: lurker }, say: 潜水的 }
                      - { id: active, when: { any: [打个招呼], role: 活跃 }, say: 活跃的 }
                      - { id: expert, when: { any: [我来讲], role: expert }, say: 专家好 }
                      - { id: owner, when: { any: [我定了], role: owner }, say: 群主好 }
                """)) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "冒个泡").expects("潜水的").says("李雷", "打个招呼").expectsNothing()
                    .waits(ofDays(1)).says("李雷", "在").waits(ofDays(1)).says("李雷", "在").says("李雷", "打个招呼")
                    .expects("活跃的");
            chat.says("wu", "我来讲").expects("专家好").says("wu", "我定了").expectsNothing()
                    .says("zhou", "我定了").expects("群主好").says("zhou", "我来讲").expectsNothing();
        }
    }

    @Test
    void aTopicIsForGroupsWhereSomebodyIsInASegment() {
        try (Simulation bot = bot("", """
                  topics:
                    - { id: offer, at: { every: day, time: "12:00" }, when: { in: 老板 }, steps: [{ say: 老板们看过来 }] }
                """)) {
            ScriptedChat one = bot.group("甲群").says("李雷", "大家好");
            ScriptedChat other = bot.group("乙群").says("韩梅梅", "我做零售的");

            one.waits(ofHours(4)).expectsNothing();
            other.expects("老板们看过来");
        }
    }

    @Test
    void mistakesInRulesAreTold() {
        Map<String, byte[]> files = new HashMap<>();
        rules("", "      - { id: a, when: { any: [有优惠], in: 餐饮意象 }, tag: [问价格, -想试用], say: 九折 }")
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, Plugin<?>> plugins = new HashMap<>();
        PLUGINS.forEach(plugin -> plugins.put(plugin.name(), plugin));

        List<Problem> problems = new BookReader(plugins, _ -> Optional.empty()).read(new TreeMap<>(files)).problems();

        assertThat(problems).filteredOn(problem -> problem.code().equals("P023")).singleElement()
                .satisfies(problem -> assertThat(problem.help().zh()).contains("问价"));
        assertThat(problems).filteredOn(problem -> problem.code().equals("P024")).singleElement()
                .satisfies(problem -> assertThat(problem.help().zh()).contains("餐饮意向"));
        assertThatThrownBy(() -> bot("", "      - { id: b, when: { any: [有优惠], in: 无 }, say: 九折 }"))
                .hasMessageContaining("P024");
    }

    @Test
    void aSegmentWhoseFileHasMistakesIsNotCalledMissing() {
        Map<String, String> files = rules("", "      - { id: x, when: { any: [有优惠], in: 餐饮意向 }, say: 九折 }");
        files.put("config/tags.yaml", TAGS.replace("keep:", "kepe:"));
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
        List<Problem> problems = new BookReader(Map.of("reply", new ReplyPlugin()), _ -> Optional.empty()).read(bytes)
                .problems();

        assertThat(problems).extracting(Problem::code).contains("R001", "P024");
        assertThat(problems).filteredOn(problem -> problem.code().equals("P024")).singleElement()
                .satisfies(problem -> assertThat(problem.help().zh()).contains("先改好 config/tags.yaml"));
    }
}
