package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Roles;
import io.qunbot.plugin.Segment;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.say.Saying;
import io.qunbot.plugins.reply.effect.Limits;
import io.qunbot.text.Nearest;
import io.qunbot.text.Sounds;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for the mistakes in rules that their types cannot see. */
final class RuleCheck {

    private final PluginServices services;
    private final Problems problems;
    private final Set<String> variables;
    private final Set<String> ids = new HashSet<>();

    RuleCheck(PluginServices services, Problems problems) {
        this.services = services;
        this.problems = problems;
        this.variables = Vocabulary.ofMember(services, "name", "quote", "match", "tags");
    }

    void check(List<Located<Rule>> rules) {
        rules.forEach(this::check);
    }

    private void check(Located<Rule> located) {
        Rule rule = located.value();
        id(rule, located.place());
        when(rule, located.place());
        effect(rule, located.place());
        words(rule.say(), rule.tell());
    }

    /** Looks at what is said and told, of a rule or of a question. */
    void words(List<Located<Saying>> sayings, Optional<Tell> told) {
        told.ifPresent(this::tell);
        sayings.forEach(say -> Saying.check(say, variables, problems));
    }

    private void id(Rule rule, Place place) {
        if (rule.id().isEmpty()) {
            problems.warn("R211", place, new Words("这条规则没有 id", "this rule has no id"),
                    new Words("加一个固定的名字,例如 id: " + Names.of(rule),
                            "give it a stable name, such as id: " + Names.of(rule)));
        }
        rule.id().filter(id -> !ids.add(id.value())).ifPresent(id -> problems.error("R212", id.place(),
                new Words("已经有一条规则叫 “" + id.value() + "”", "there is another rule '" + id.value() + "'"),
                new Words("换一个名字,或者合成一条", "choose another name, or make one of the two")));
    }

    private void when(Rule rule, Place place) {
        if (rule.when().isEmpty()) {
            empty(place);
        }
        for (Located<Condition> condition : rule.when()) {
            if (condition.value().isEmpty()) {
                empty(condition.place());
            } else {
                condition(condition.value(), condition.place());
            }
        }
    }

    private void empty(Place place) {
        problems.error("R213", place,
                new Words("when 里没有写条件,这条规则永远不会用到", "when names no condition: the rule never applies"),
                new Words("例如 when: { any: [发票怎么开] }", "for instance when: { any: [发票怎么开] }"));
    }

    private void condition(Condition condition, Place place) {
        boolean everything = condition.regex().filter(regex -> regex.matchesEverything()).isPresent();
        if ((!condition.isAnchored() && !condition.mention()) || everything) {
            problems.warn("R215", place, new Words("这个条件几乎对每句话都成立", "this holds of almost any message"),
                    new Words("用 is、any 或 all 写出关键词", "name keywords with is, any or all"));
        }
        condition.role().forEach(this::role);
        Segment.check(condition.in(), services, problems);
        List<Located<Keyword>> words = Stream.concat(condition.any().stream(), condition.all().stream()).toList();
        words.stream().filter(RuleCheck::isOneCharacter).forEach(keyword -> tooShort(keyword, problems));
        if (condition.homophone()) {
            Stream.concat(condition.is().stream(), words.stream())
                    .filter(keyword -> Sounds.spellings(keyword.value().words()).isEmpty()).forEach(this::soundless);
        }
    }

    static boolean isOneCharacter(Located<Keyword> keyword) {
        Keyword value = keyword.value();
        return !value.isPicture() && value.words().codePointCount(0, value.words().length()) == 1;
    }

    static void tooShort(Located<Keyword> keyword, Problems problems) {
        problems.warn("R214", keyword.place(),
                new Words("关键词“" + keyword.value() + "”只有一个字,会误答很多话",
                        "the keyword '" + keyword.value() + "' has one character: it fires too often"),
                new Words("写长一点;整句就是这个字时用 is", "make it longer; for a whole message use is"));
    }

    private void soundless(Located<Keyword> keyword) {
        problems.warn("R220", keyword.place(),
                new Words("“" + keyword.value() + "”不到两个汉字,不会按读音匹配",
                        "'" + keyword.value() + "' has fewer than two Han characters: it is not found by its sound"),
                Words.NONE);
    }

    private void role(Located<String> role) {
        if (!Roles.isKnown(role.value(), services)) {
            problems.error("R219", role.place(),
                    new Words("staff 里没有 “" + role.value() + "” 这个岗位", "staff has no post '" + role.value() + "'"),
                    post(role.value(), String.join("、", Roles.all()) + "、"));
        }
    }

    private void effect(Rule rule, Place place) {
        boolean speaks = !rule.say().isEmpty() || rule.tell().isPresent() || rule.then().isPresent();
        boolean weighs = !rule.tag().isEmpty() || rule.score().isPresent() || rule.stage().isPresent();
        if (!speaks && !weighs) {
            problems.error("R216", place, new Words("这条规则什么也不做", "this rule does nothing"),
                    new Words("写上 say、tell、tag 或 then: stop", "add say, tell, tag or then: stop"));
        }
        rule.score().filter(points -> points.value() <= 0).ifPresent(points -> problems.error("L202", points.place(),
                new Words("分数要大于 0", "points have to be more than 0"), Words.NONE));
        if (rule.from().isPresent() && rule.until().filter(rule.from().get()::isAfter).isPresent()) {
            problems.error("R218", place, new Words("until 在 from 之前", "until comes before from"), Words.NONE);
        }
        new Limits(rule.in(), rule.from(), rule.until(), rule.cooldown(), rule.patience())
                .checkOver(services.today(), place, problems);
    }

    private void tell(Tell tell) {
        tell.check(services, variables, problems);
    }

    private Words post(String wrong, String others) {
        List<String> posts = services.posts();
        return Nearest.to(wrong, posts)
                .map(near -> new Words("您是不是想写 “" + near + "”?", "did you mean '" + near + "'?"))
                .orElse(new Words("可以写:" + others + String.join("、", posts),
                        "known here: " + others + String.join(", ", posts)));
    }
}
