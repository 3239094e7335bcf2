package io.qunbot.plugins.reply;

import static io.qunbot.plugins.reply.Rules.located;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Pattern;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.say.Saying;
import io.qunbot.plugins.FakeServices;
import io.qunbot.plugins.reply.effect.Then;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The reply rules of a shipped file and of what it extends, read plainly. */
record ShippedProfile(ReplySettings settings, FakeServices services) {

    private static final Path RULES = Path.of("..", "rules");

    static ShippedProfile read(String name) {
        Map<?, ?> own = file(name);
        Map<?, ?> base = file("base");
        List<Located<Rule>> rules = new ArrayList<>();
        for (Map<?, ?> profile : List.of(base, own)) {
            list(map(map(profile, "plugins"), "reply").get("rules"))
                    .forEach(rule -> rules.add(located(rule((Map<?, ?>) rule))));
        }
        Map<String, String> vars = new LinkedHashMap<>();
        map(base, "vars").forEach((key, value) -> vars.put(key.toString(), value.toString()));
        map(own, "vars").forEach((key, value) -> vars.put(key.toString(), value.toString()));
        Map<String, List<String>> staff = new LinkedHashMap<>();
        map(own, "staff").forEach((post, people) -> staff.put(post.toString(), texts(people)));
        return new ShippedProfile(new ReplySettings(rules, List.of(), Duration.ofMinutes(2), Optional.empty(), 120,
                Duration.ZERO, Optional.empty(), Keeping.parse("off"), List.of()),
                new FakeServices(texts(own.get("value")), vars, staff, Map.of()));
    }

    List<Problem> problems() {
        Problems problems = new Problems();
        new ReplyPlugin().check(settings, services, problems);
        return problems.all();
    }

    private static Rule rule(Map<?, ?> rule) {
        return new Rule(Optional.of(located(texts(rule.get("id")).getFirst())),
                list(rule.get("when")).stream().map(when -> located(condition((Map<?, ?>) when))).toList(),
                list(rule.get("say")).stream().map(ShippedProfile::words).map(text -> located(Saying.parse(text)))
                        .toList(),
                rule.containsKey("tell") ? Optional.of(tell(map(rule, "tell"))) : Optional.empty(),
                texts(rule.get("tag")),
                rule.containsKey("then") ? Optional.of(Then.STOP) : Optional.empty(),
                texts(rule.get("in")).stream().map(kind -> ChatKind.valueOf(kind.toUpperCase(Locale.ROOT))).toList(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                rule.containsKey("priority") ? (Integer) rule.get("priority") : 0, Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** What is sent with the words is left aside. */
    private static String words(Object saying) {
        return saying instanceof Map<?, ?> map ? texts(map.get("text")).getFirst() : saying.toString();
    }

    private static Condition condition(Map<?, ?> when) {
        return new Condition(Rules.keywords(words(when, "is")), Rules.keywords(words(when, "any")),
                Rules.keywords(words(when, "all")), Rules.keywords(words(when, "none")),
                Optional.ofNullable(when.get("regex")).map(regex -> Pattern.parse(regex.toString())),
                Boolean.TRUE.equals(when.get("ask")), Boolean.TRUE.equals(when.get("mention")),
                texts(when.get("tag")), texts(when.get("role")).stream().map(Rules::located).toList(), List.of(),
                Boolean.TRUE.equals(when.get("homophone")), Boolean.TRUE.equals(when.get("negated")));
    }

    private static Tell tell(Map<?, ?> tell) {
        return new Tell(texts(tell.get("who")).stream().map(Rules::located).toList(),
                located(Template.parse(texts(tell.get("text")).getFirst())), false);
    }

    private static Map<?, ?> file(String name) {
        try {
            return new Yaml().load(Files.readString(RULES.resolve(name + ".yaml")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<?, ?> map(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static String[] words(Map<?, ?> map, String key) {
        return texts(map.get(key)).toArray(String[]::new);
    }

    private static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(Object::toString).toList();
    }

    private static List<?> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(value);
        };
    }
}
