package io.qunbot.plugins.guard;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Roles;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for mistakes in what an operator says about advertisements. */
final class GuardCheck {

    private final GuardSettings settings;
    private final PluginServices services;
    private final Problems problems;

    GuardCheck(GuardSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
    }

    void check() {
        GuardSettings.When when = settings.when().value();
        if (when.type().isEmpty() && when.text().isEmpty()) {
            problems.error("R460", settings.when().place(), new Words("when 里没有写什么算像广告",
                    "when names nothing that looks like an advertisement"),
                    new Words("例如 when: { type: [link, card], text: [刷单, 加我微信] }",
                            "for instance when: { type: [link, card], text: [刷单] }"));
        }
        Stream.concat(when.text().stream(), settings.exceptions().text().stream()).filter(GuardCheck::isShort)
                .forEach(this::tooShort);
        settings.exceptions().hosts().forEach(this::host);
        settings.exceptions().roles().forEach(this::role);
        String[] names = settings.strikes().isPresent()
                ? new String[]{"name", "tags", "quote", "why", "count", "strikes"}
                : new String[]{"name", "tags", "quote", "why", "count"};
        settings.tell().check(services, Vocabulary.ofMember(services, names), problems);
        settings.strikes().ifPresent(this::strikes);
    }

    private static boolean isShort(Located<Keyword> word) {
        String words = word.value().words();
        return !word.value().isPicture() && words.codePointCount(0, words.length()) == 1;
    }

    private void tooShort(Located<Keyword> word) {
        problems.warn("R214", word.place(),
                new Words("“" + word.value() + "”只有一个字,很多话里都有", "'" + word.value()
                        + "' has one character: it occurs in too much"),
                new Words("写长一点", "make it longer"));
    }

    private void host(Located<String> host) {
        if (!Addresses.host(host.value()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            problems.error("R461", host.place(), new Words("“" + host.value() + "” 不是网站的名字",
                    "'" + host.value() + "' is no name of a host"),
                    new Words("例如 hosts: [example.com],它下面的 help.example.com 也算",
                            "for instance hosts: [example.com], which help.example.com belongs to"));
        }
    }

    private void role(Located<String> role) {
        if (!Roles.isKnown(role.value(), services)) {
            problems.error("R219", role.place(),
                    new Words("staff 里没有 “" + role.value() + "” 这个岗位", "staff has no post '" + role.value() + "'"),
                    Nearest.help(role.value(),
                            Stream.concat(Roles.all().stream(), services.posts().stream()).toList()));
        }
    }

    private void strikes(Located<GuardSettings.Strikes> strikes) {
        Set<Integer> seen = new HashSet<>();
        Set<String> names = Vocabulary.ofMember(services, "name", "tags", "quote", "strikes");
        for (Located<GuardSettings.Step> step : strikes.value().then()) {
            if (step.value().at() < 1 || !seen.add(step.value().at())) {
                problems.error("R462", step.place(), new Words("at 是第几次:从 1 起,每次写一项",
                        "at is which time it is: from 1 on, each once"),
                        new Words("例如 then: [{ at: 3, tell: { who: manager, text: \"…\" } }]",
                                "for instance then: [{ at: 3, tell: { who: manager, text: \"…\" } }]"));
            }
            step.value().tell().check(services, names, problems);
        }
    }
}
