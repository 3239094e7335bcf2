package io.qunbot.plugins.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RollcallCheckTest {

    private static List<String> codes(String rollcalls) {
        String file = """
                profile: test
                goal: 一起来
                value: [天天向上]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins:
                  rollcall:
                """ + rollcalls.indent(4);
        return new BookReader(Map.of("rollcall", new RollcallPlugin()), _ -> Optional.empty(),
                () -> Instant.parse("2026-12-03T01:00:00Z"))
                .read(new TreeMap<>(Map.of("rules/test.yaml", file.getBytes(StandardCharsets.UTF_8)))).problems()
                .stream().map(Problem::code).toList();
    }

    @Test
    void everyMistakeIsNamed() {
        assertThat(codes("- { id: a, is: [打卡] }\n- { id: a, is: [签到] }")).containsExactly("R430");
        assertThat(codes("- { id: a, is: [打卡] }\n- { id: b, is: [打卡!] }")).containsExactly("R431");
        assertThat(codes("- { id: a, is: [] }")).containsExactly("R432");
        assertThat(codes("- { id: a, is: [打卡], done: 全了 }")).containsExactly("R433");
        assertThat(codes("- { id: a, is: [打卡], expect: { tag: 店长 } }")).containsExactly("R433");
        assertThat(codes("- { id: a, is: [打卡], days: { for: 3d } }")).containsExactly("R434", "R433");
        assertThat(codes("- { id: a, is: [打卡], days: { from: 2026-12-09, until: 2026-12-08 } }"))
                .containsExactly("R434");
        assertThat(codes("- { id: a, is: [打卡], days: { from: 2026-12-01, until: 2026-12-02 } }"))
                .containsExactly("R435");
        assertThat(codes("- { id: a, is: [打卡], say: \"{{strek.7}}\" }")).containsExactly("R201");
        assertThat(codes("- { id: a, is: [打卡], report: { who: ower, at: \"18:00\" } }")).containsExactly("R217");
    }

    @Test
    void whereThereIsNoChecklistItSaysWhatProgressTakes() {
        String file = """
                profile: test
                goal: 一起来
                value: [天天向上]
                groups: [{ rest: true }]
                plugins:
                  rollcall: [{ id: a, is: [打卡] }]
                  reply: { rules: [{ id: a, when: { any: [进度] }, say: "{{progress}}" }] }
                """;
        Problem problem = new BookReader(Map.of("rollcall", new RollcallPlugin(), "reply", new ReplyPlugin()),
                _ -> Optional.empty(), () -> Instant.parse("2026-12-03T01:00:00Z"))
                .read(new TreeMap<>(Map.of("rules/test.yaml", file.getBytes(StandardCharsets.UTF_8)))).problems()
                .getFirst();
        assertThat(problem.code()).isEqualTo("R201");
        assertThat(problem.help().zh()).contains("each: true");
    }
}
