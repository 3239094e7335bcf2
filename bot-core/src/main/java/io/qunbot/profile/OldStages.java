package io.qunbot.profile;

import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The stages of an earlier language, as the plugin lifecycle is told of them: ready to be copied. */
final class OldStages {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./-]+");
    private static final List<String> WON = List.of("成交", "已续", "won");
    private static final List<String> NOT = List.of("未", "没", "不");

    private final YamlMap written;
    private final List<String> order;

    private OldStages(YamlMap written) {
        this.written = written;
        this.order = written.get("order").map(OldStages::texts).orElse(List.of());
    }

    /** What to write instead of a field {@code stages} at the top of a profile. */
    static Words instead(YamlNode stages) {
        String settings = stages instanceof YamlMap map
                ? new OldStages(map).settings()
                : "stages: " + flow(stages);
        return new Words("写在 plugins 里:lifecycle: { " + settings + " }(family 不用写:阶段跟着人走,几种群合用一套;"
                + "几份配置共用的写在它们继承的那份里)",
                "write it under plugins: lifecycle: { " + settings
                        + " }; family goes, since there is one life for all groups");
    }

    private String settings() {
        List<String> settings = new ArrayList<>();
        settings.add("stages: [" + String.join(", ", order.isEmpty() ? List.of("新加", "成交") : order) + "]");
        List<String> moves = moves();
        if (!moves.isEmpty()) {
            settings.add("move: [" + String.join(", ", moves) + "]");
        }
        written.get("lost").ifPresent(lost -> settings.add("lost: " + flow(lost)));
        return String.join(", ", settings);
    }

    private List<String> moves() {
        List<String> moves = new ArrayList<>();
        written.get("start").ifPresent(start -> moves.add("{ to: " + flow(start) + ", when: { joined: true } }"));
        if (written.get("to").orElse(null) instanceof YamlMap to) {
            to.entries().forEach(entry -> moves.add("{ to: " + entry.key().value() + ", when: "
                    + flow(when(entry.value())) + " }"));
        }
        written.get("won").ifPresent(won -> moves.add("{ to: " + won() + ", when: { deal: won }"
                + tell(won).map(tell -> ", tell: " + tell).orElse("") + " }"));
        return moves;
    }

    /** That time passes moves nobody any more. */
    private static YamlNode when(YamlNode condition) {
        return condition instanceof YamlMap map ? map.get("and").orElse(condition) : condition;
    }

    private String won() {
        return order.stream().filter(stage -> WON.stream().anyMatch(stage::contains))
                .filter(stage -> NOT.stream().noneMatch(stage::startsWith)).findFirst()
                .orElseGet(() -> order.isEmpty() ? "成交" : order.getLast());
    }

    private static Optional<String> tell(YamlNode won) {
        return won instanceof YamlMap map ? map.get("tell").map(OldStages::flow) : Optional.empty();
    }

    private static List<String> texts(YamlNode node) {
        return node instanceof YamlList list ? list.items().stream().map(OldStages::flow).toList() : List.of();
    }

    private static String flow(YamlNode node) {
        return switch (node) {
            case YamlMap map -> map.entries().stream()
                    .map(entry -> entry.key().value() + ": " + flow(entry.value()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
            case YamlList list -> list.items().stream().map(OldStages::flow)
                    .collect(Collectors.joining(", ", "[", "]"));
            case YamlScalar text -> PLAIN.matcher(text.text()).matches()
                    ? text.text()
                    : '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        };
    }
}
