package io.qunbot.plugins.lifecycle;

import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for mistakes in what an operator says about stages. */
final class LifecycleCheck {

    private final LifecycleSettings settings;
    private final PluginServices services;
    private final Problems problems;
    private final List<String> stages;

    LifecycleCheck(LifecycleSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
        this.stages = LifecyclePlugin.names(settings);
    }

    void check() {
        Set<String> seen = new HashSet<>();
        settings.stages().stream().filter(stage -> !seen.add(stage.value())).forEach(stage -> problems.error("L102",
                stage.place(), new Words("阶段 “" + stage.value() + "” 写了两次", "the stage '" + stage.value()
                        + "' is written twice"),
                Words.NONE));
        settings.move().forEach(this::check);
        settings.lost().filter(lost -> lost.value().reasons().isEmpty()).ifPresent(lost -> problems.error("L107",
                lost.place(), new Words("lost 里没有写原因", "lost names no reasons"),
                new Words("例如 lost: { reasons: [价格, 功能不合] }", "for instance lost: { reasons: [价格, 功能不合] }")));
    }

    private void check(Located<Move> located) {
        Move move = located.value();
        When when = move.when().value();
        stage(move.to());
        when.stage().forEach(name -> stage(new Located<>(name, move.when().place())));
        if (when.isEmpty()) {
            problems.error("L103", move.when().place(), new Words("when 里没有条件,永远走不到",
                    "when names no condition: nobody ever moves"),
                    new Words("例如 when: { tag: 想试用 }", "for instance when: { tag: trial }"));
        }
        move.tell()
                .ifPresent(tell -> tell.check(services, Vocabulary.ofMember(services, "name", "stage", "tags", "quote"),
                        problems));
        move.invite().ifPresent(invite -> check(invite.value(), invite.place()));
        if (settings.back() == Back.ASK && services.staff(settings.who().value()).isEmpty()) {
            Tell.check(settings.who(), services, problems);
        }
    }

    private void check(Invite invite, Place place) {
        if (invite.way().value().codePointCount(0, invite.way().value().length()) > Invite.LONGEST_WAY) {
            problems.error("L104", invite.way().place(), new Words("入群码的 state 最多 30 个字符",
                    "the state of a join way has 30 characters at most"), Words.NONE);
        }
        if (invite.who().isEmpty()) {
            problems.error("L105", place, new Words("invite 没有写由谁去请:企业微信不能替人换群",
                    "invite names nobody who invites: WeCom lets nobody be moved"),
                    new Words("例如 who: owner", "for instance who: owner"));
        }
        invite.who().forEach(post -> Tell.check(post, services, problems));
        invite.text().ifPresent(text -> Template.check(text,
                Vocabulary.ofMember(services, "name", "stage", "tags", "quote", "to", "way", "link"), problems));
    }

    private void stage(Located<String> name) {
        if (!stages.contains(name.value())) {
            problems.error("L101", name.place(), new Words("stages 里没有 “" + name.value() + "” 这个阶段",
                    "stages has no '" + name.value() + "'"), Nearest.help(name.value(), stages));
        }
    }
}
