package io.qunbot.bot.report.section;

import io.qunbot.bot.report.Care;
import io.qunbot.bot.report.Material;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Part.Fact;
import io.qunbot.bot.report.Part.Table;
import io.qunbot.bot.report.Place;
import io.qunbot.bot.report.Section;
import io.qunbot.bot.report.section.Weighing.Kind;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether as much is done for those who are there as for more to come: each group's three figures, against its own
 * past and against the profile's other groups.
 */
public final class Balance implements Section {

    private static final int SHOWN = 30;

    @Override
    public Optional<Part> of(Material material) {
        List<Place> all = Stream.concat(material.places().stream(), material.others().stream()).toList();
        List<Weighing> weighed = material.places().stream().filter(Balance::isAlive)
                .map(place -> Weighing.of(place, all)).toList();
        if (weighed.isEmpty()) {
            return Optional.empty();
        }
        List<Words> warnings = weighed.stream().filter(Weighing::isHeavyLightWeak).map(Balance::warning).toList();
        return Optional.of(new Part("balance", new Words("平衡:引流 – 互动 – 服务", "Balance: traffic – interaction – service"),
                facts(material), List.of(table(weighed)), List.of(), warnings));
    }

    private static boolean isAlive(Place place) {
        return place.pulses().stream().anyMatch(pulse -> pulse.joined() + pulse.messages() > 0);
    }

    private static List<Fact> facts(Material material) {
        long joined = material.places().stream().mapToLong(place -> place.pulse().joined()).sum();
        double messages = material.places().stream().mapToLong(place -> place.pulse().messages()).sum();
        double size = Math.max(1, material.places().stream().mapToLong(Place::size).sum());
        Care care = Care.sum(material.places().stream().map(place -> place.care().getFirst()).toList());
        List<Fact> facts = new ArrayList<>(List.of(Fact.of("引流:新成员", "traffic: new members", joined),
                new Fact(new Words("互动:每位成员说几句", "interaction: messages for each member"),
                        same(Weighing.round(messages / size)))));
        String service = care.asked() == 0
                ? "—"
                : Weighing.percent(Math.max(0, care.asked() - care.late()) / (double) care.asked());
        facts.add(new Fact(new Words("服务:按时接住的问题", "service: questions answered in time"), same(service)));
        return facts;
    }

    private static Words same(String text) {
        return new Words(text, text);
    }

    private static Table table(List<Weighing> weighed) {
        String cut = weighed.size() > SHOWN ? " (" + SHOWN + "/" + weighed.size() + ")" : "";
        return new Table(new Words("各群:现在 / 自己以前 / 别的群" + cut, "By group: now / its past / other groups" + cut),
                List.of(new Words("群", "group"), new Words("引流", "traffic"), new Words("互动", "interaction"),
                        new Words("服务", "service"), new Words("", "")),
                weighed.stream().sorted(Comparator.comparing(Weighing::isHeavyLightWeak).reversed()).limit(SHOWN)
                        .map(each -> List.of(each.name(), each.text(Kind.TRAFFIC),
                                each.text(Kind.INTERACTION), each.text(Kind.SERVICE),
                                each.isHeavyLightWeak() ? "⚠" : ""))
                        .toList());
    }

    private static Words warning(Weighing each) {
        return new Words(each.name() + ":重引流、轻互动、弱服务。新成员 " + each.text(Kind.TRAFFIC) + ",每位成员说 "
                + each.text(Kind.INTERACTION) + " 句,按时接住 " + each.text(Kind.SERVICE) + "(现在 / 自己以前 / 别的群)",
                each.name() + ": heavy on traffic, light on interaction, weak in service. New members "
                        + each.text(Kind.TRAFFIC) + ", messages for each member " + each.text(Kind.INTERACTION)
                        + ", answered in time " + each.text(Kind.SERVICE) + " (now / its past / other groups)");
    }
}
