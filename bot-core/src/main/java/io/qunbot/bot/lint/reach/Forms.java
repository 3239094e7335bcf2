package io.qunbot.bot.lint.reach;

import io.qunbot.bot.lint.reach.Surroundings.Way;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Format;
import io.qunbot.chat.Format.Kind;
import io.qunbot.chat.Mark;
import io.qunbot.chat.MarkdownText;
import io.qunbot.chat.Medium;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pictures, files, cards and markdown where the groups' channels show none: members get the nearest form. */
final class Forms {

    private final Scene scene;
    private final Problems findings;

    Forms(Scene scene, Problems findings) {
        this.scene = scene;
        this.findings = findings;
    }

    void check() {
        for (Spoken spoken : scene.subject().says()) {
            List<Way> ways = ways(spoken);
            if (!ways.isEmpty()) {
                kinds(spoken, ways);
                spoken.saying().markdown().ifPresent(text -> marks(spoken, MarkdownText.marks(text.source()), ways));
            }
        }
    }

    /** In customer groups a colleague sends it, whatever it is. */
    private List<Way> ways(Spoken spoken) {
        return scene.grounds().stream().flatMap(ground -> ground.ways().stream())
                .filter(way -> spoken.in().isEmpty() || spoken.in().contains(way.kind()))
                .filter(way -> way.kind() != ChatKind.CUSTOMER).toList();
    }

    private void kinds(Spoken spoken, List<Way> ways) {
        Set<Kind> lost = wanted(spoken.saying());
        ways.forEach(way -> lost.removeAll(shown(way)));
        if (!lost.isEmpty()) {
            findings.warn("R353", spoken.place(),
                    new Words("这些群的通道发不了" + lost.stream().map(kind -> kind.words().zh())
                            .collect(Collectors.joining("、")) + ":成员看到的是文字",
                            "the channels of these groups cannot send " + lost.stream().map(kind -> kind.words().en())
                                    .collect(Collectors.joining(", ")) + ": members get words instead"),
                    new Words("换一个发得了的通道(见 docs/channels.md),或者写成 link 和文字",
                            "take a channel that can (docs/channels.md), or write a link and words"));
        }
    }

    private static Set<Kind> wanted(Saying saying) {
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        saying.image().ifPresent(_ -> wanted.add(Kind.IMAGE));
        saying.file().ifPresent(_ -> wanted.add(Kind.FILE));
        saying.card().ifPresent(_ -> wanted.add(Kind.CARD));
        saying.markdown().ifPresent(_ -> wanted.add(Kind.MARKDOWN));
        return wanted;
    }

    /** Who can only answer callbacks answers in words. */
    private static Set<Kind> shown(Way way) {
        boolean answersOnly = !way.channel().speaksFirst() && way.channel().medium() != Medium.AIBOT;
        return answersOnly ? Set.of(Kind.TEXT) : way.can().format().kinds();
    }

    private void marks(Spoken spoken, Set<Mark> wanted, List<Way> ways) {
        Set<Mark> lost = wanted.isEmpty() ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(wanted);
        List<Format> formats = ways.stream().filter(way -> shown(way).contains(Kind.MARKDOWN))
                .map(way -> way.can().format()).toList();
        formats.forEach(format -> format.dialects().stream().filter(dialect -> dialect.marks().containsAll(wanted))
                .forEach(dialect -> lost.removeAll(dialect.marks())));
        if (formats.isEmpty() || lost.isEmpty()) {
            return;
        }
        Set<Mark> never = EnumSet.copyOf(lost);
        formats.forEach(format -> format.dialects().forEach(dialect -> never.removeAll(dialect.marks())));
        Set<Mark> named = never.isEmpty() ? lost : never;
        findings.warn("R354", spoken.place(),
                new Words("这些群的通道不显示 markdown 里的" + named.stream().map(mark -> mark.words().zh())
                        .collect(Collectors.joining("、")) + (never.isEmpty() ? "(不能同时用)" : "") + ":变成普通文字",
                        "the channels of these groups do not render " + named.stream().map(mark -> mark.words().en())
                                .collect(Collectors.joining(", ")) + (never.isEmpty() ? " together" : "")
                                + ": they become plain words"),
                new Words("换一种写法;哪种通道显示什么,见 docs/channels.md",
                        "write it otherwise; docs/channels.md says what is rendered where"));
    }
}
