package io.qunbot.bot.report.section;

import io.qunbot.bot.Stats;
import io.qunbot.bot.report.Material;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Part.Fact;
import io.qunbot.bot.report.Part.Table;
import io.qunbot.bot.report.Section;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What colleagues made of what the bot proposed. */
public final class Drafts implements Section {

    private static final int SHOWN = 20;

    @Override
    public Optional<Part> of(Material material) {
        List<Stats.Judged> drafts = material.drafts();
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        List<Fact> facts = List.of(Fact.of("用了", "used", sum(drafts, Stats.Judged::used)),
                Fact.of("改了", "changed", sum(drafts, Stats.Judged::changed)),
                Fact.of("不对", "wrong", sum(drafts, Stats.Judged::wrong)),
                Fact.of("没人用", "not taken", sum(drafts, Stats.Judged::late)));
        Table rules = new Table(new Words("各条规则", "By rule"), List.of(new Words("规则", "rule"),
                new Words("用了", "used"), new Words("改了", "changed"), new Words("不对", "wrong"),
                new Words("没人用", "not taken")),
                drafts.stream().limit(SHOWN).map(each -> List.of(each.name(), String.valueOf(each.used()),
                        String.valueOf(each.changed()), String.valueOf(each.wrong()), String.valueOf(each.late())))
                        .toList());
        return Optional.of(new Part("drafts", new Words("草稿", "Drafts"), facts, List.of(rules), List.of(), List.of()));
    }

    private static long sum(List<Stats.Judged> drafts, ToLongFunction<Stats.Judged> figure) {
        return drafts.stream().mapToLong(figure).sum();
    }
}
