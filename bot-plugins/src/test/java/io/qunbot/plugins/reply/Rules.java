package io.qunbot.plugins.reply;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Pattern;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.say.Saying;
import io.qunbot.plugins.reply.effect.Then;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Source;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds rules the way a test reads them; each stands on a line of its own. */
final class Rules {

    private static final Source FILE = new Source("rules/a.yaml", "");

    private final List<Located<Rule>> rules = new ArrayList<>();

    Rules with(Draft draft) {
        rules.add(new Located<>(draft.rule(), place(rules.size() + 1)));
        return this;
    }

    ReplySettings settings() {
        return settings(Duration.ZERO, Role.MEMBER);
    }

    ReplySettings settings(Duration cooldown, Role... from) {
        return new ReplySettings(rules, List.of(from), cooldown, Optional.empty(), 120, Duration.ZERO,
                Optional.empty(), Keeping.parse("off"), List.of());
    }

    static Draft rule(String id, Condition... when) {
        return new Draft(id, when);
    }

    static Condition is(String... words) {
        return words(keywords(words), List.of(), List.of(), Optional.empty());
    }

    static Condition any(String... words) {
        return words(List.of(), keywords(words), List.of(), Optional.empty());
    }

    static Condition all(String... words) {
        return words(List.of(), List.of(), keywords(words), Optional.empty());
    }

    static Condition regex(String pattern) {
        return words(List.of(), List.of(), List.of(), Optional.of(Pattern.parse(pattern)));
    }

    private static Condition words(List<Located<Keyword>> is, List<Located<Keyword>> any, List<Located<Keyword>> all,
            Optional<Pattern> regex) {
        return new Condition(is, any, all, List.of(), regex, false, false, List.of(), List.of(), List.of(), false,
                false);
    }

    static Condition none(Condition when, String... words) {
        return new Condition(when.is(), when.any(), when.all(), keywords(words), when.regex(), when.ask(),
                when.mention(), when.tag(), when.role(), when.time(), when.homophone(), when.negated());
    }

    static Condition ask(Condition when) {
        return new Condition(when.is(), when.any(), when.all(), when.none(), when.regex(), true, when.mention(),
                when.tag(), when.role(), when.time(), when.homophone(), when.negated());
    }

    static Condition mention(Condition when) {
        return new Condition(when.is(), when.any(), when.all(), when.none(), when.regex(), when.ask(), true,
                when.tag(), when.role(), when.time(), when.homophone(), when.negated());
    }

    static Condition tag(Condition when, String... tags) {
        return new Condition(when.is(), when.any(), when.all(), when.none(), when.regex(), when.ask(),
                when.mention(), List.of(tags), when.role(), when.time(), when.homophone(), when.negated());
    }

    static Condition role(Condition when, String... roles) {
        return new Condition(when.is(), when.any(), when.all(), when.none(), when.regex(), when.ask(),
                when.mention(), when.tag(), Arrays.stream(roles).map(Rules::located).toList(), when.time(),
                when.homophone(), when.negated());
    }

    static Condition time(Condition when, String... hours) {
        return new Condition(when.is(), when.any(), when.all(), when.none(), when.regex(), when.ask(),
                when.mention(), when.tag(), when.role(), Arrays.stream(hours).map(Hours::parse).toList(),
                when.homophone(), when.negated());
    }

    static Condition homophone(Condition when) {
        return new Condition(when.is(), when.any(), when.all(), when.none(), when.regex(), when.ask(),
                when.mention(), when.tag(), when.role(), when.time(), true, when.negated());
    }

    static Condition negated(Condition when) {
        return new Condition(when.is(), when.any(), when.all(), when.none(), when.regex(), when.ask(),
                when.mention(), when.tag(), when.role(), when.time(), when.homophone(), true);
    }

    static List<Located<Keyword>> keywords(String... words) {
        return Arrays.stream(words).map(word -> located(Keyword.parse(word))).toList();
    }

    static <T> Located<T> located(T value) {
        return new Located<>(value, place(99));
    }

    private static Place place(int line) {
        return new Place(FILE, line, 1, 1);
    }

    /** A rule in the making. */
    static final class Draft {

        private final String id;
        private final List<Located<Condition>> when;
        private List<Located<Saying>> say = List.of();
        private Optional<Tell> tell = Optional.empty();
        private List<String> tags = List.of();
        private Optional<Then> then = Optional.empty();
        private List<ChatKind> in = List.of();
        private Optional<LocalDate> from = Optional.empty();
        private Optional<LocalDate> until = Optional.empty();
        private Optional<Duration> cooldown = Optional.empty();
        private int priority;

        private Draft(String id, Condition... when) {
            this.id = id;
            this.when = Arrays.stream(when).map(Rules::located).toList();
        }

        Draft says(String... texts) {
            say = Arrays.stream(texts).map(text -> located(Saying.parse(text))).toList();
            return this;
        }

        Draft tells(String text, String... posts) {
            tell = Optional
                    .of(new Tell(Arrays.stream(posts).map(Rules::located).toList(), located(Template.parse(text)),
                            false));
            return this;
        }

        Draft tags(String... names) {
            tags = List.of(names);
            return this;
        }

        Draft stops() {
            then = Optional.of(Then.STOP);
            return this;
        }

        Draft in(ChatKind... kinds) {
            in = List.of(kinds);
            return this;
        }

        Draft between(String first, String last) {
            from = Optional.of(LocalDate.parse(first));
            until = Optional.of(LocalDate.parse(last));
            return this;
        }

        Draft cooldown(Duration length) {
            cooldown = Optional.of(length);
            return this;
        }

        Draft priority(int number) {
            priority = number;
            return this;
        }

        private Rule rule() {
            Optional<Located<String>> name = id.isEmpty() ? Optional.empty() : Optional.of(located(id));
            return new Rule(name, when, say, tell, tags, then, in, from, until, cooldown, Optional.empty(), priority,
                    Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
