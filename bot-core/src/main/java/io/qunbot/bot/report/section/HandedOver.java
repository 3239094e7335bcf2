package io.qunbot.bot.report.section;

import io.qunbot.bot.Leads;
import io.qunbot.bot.report.Material;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Part.Fact;
import io.qunbot.bot.report.Part.Table;
import io.qunbot.bot.report.Section;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the leads that colleagues got. */
public final class HandedOver implements Section {

    private static final int SHOWN = 20;
    /** Fewer may have come back by chance. */
    private static final int ENOUGH = 3;
    private static final int MOSTLY = 50;

    @Override
    public Optional<Part> of(Material material) {
        return material.leads().filter(leads -> leads.all().handed() > 0 || !leads.lost().isEmpty())
                .map(HandedOver::part);
    }

    private static Part part(Leads.Figures leads) {
        Leads.Share all = leads.all();
        List<Fact> facts = List.of(Fact.of("交出去", "handed over", all.handed()),
                Fact.of("跟进了", "accepted", all.accepted()), Fact.of("退回", "returned", all.returned()),
                Fact.of("成交", "won", all.won()));
        List<Table> tables = List.of(
                shares(new Words("凭什么交出去的", "By what spoke for them"), new Words("依据", "evidence"),
                        leads.rules()),
                shares(new Words("从哪里来", "By source"), new Words("来源", "source"), leads.sources()),
                reasons(new Words("为什么退回", "Why they came back"), leads.reasons()),
                reasons(new Words("为什么没成交", "Why deals came to nothing"), leads.lost()));
        return new Part("leads", new Words("线索", "Leads"), facts,
                tables.stream().filter(table -> !table.rows().isEmpty()).toList(), List.of(), warnings(leads.rules()));
    }

    private static Table shares(Words title, Words name, List<Leads.Share> shares) {
        return new Table(title,
                List.of(name, new Words("交出去", "handed"), new Words("跟进了", "accepted"),
                        new Words("退回", "returned"), new Words("退回率", "returned, %"), new Words("成交", "won")),
                shares.stream().limit(SHOWN).map(each -> List.of(each.name(), text(each.handed()),
                        text(each.accepted()), text(each.returned()), each.returnRate() + "%", text(each.won())))
                        .toList());
    }

    /** What mostly comes back speaks for nobody. */
    private static List<Words> warnings(List<Leads.Share> rules) {
        return rules.stream().filter(each -> each.handed() >= ENOUGH && each.returnRate() >= MOSTLY)
                .map(each -> new Words("靠 " + each.name() + " 交出去的线索 " + each.returnRate() + "% 被退回",
                        "leads from " + each.name() + ": " + each.returnRate() + "% returned"))
                .toList();
    }

    private static Table reasons(Words title, Map<String, Long> reasons) {
        return new Table(title,
                List.of(new Words("原因", "reason"), new Words("次数", "times")),
                reasons.entrySet().stream().map(each -> List.of(each.getKey(), text(each.getValue()))).toList());
    }

    private static String text(long number) {
        return String.valueOf(number);
    }
}
