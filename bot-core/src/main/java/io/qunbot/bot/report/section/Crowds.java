package io.qunbot.bot.report.section;

import io.qunbot.bot.campaign.Progress;
import io.qunbot.bot.member.Headcount;
import io.qunbot.bot.report.Material;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Part.Table;
import io.qunbot.bot.report.Section;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How large the segments are, how they change, and what was sent to them. */
public final class Crowds implements Section {

    private static final int SHOWN = 30;

    @Override
    public Optional<Part> of(Material material) {
        ZoneId zone = material.range().zone();
        List<Table> tables = Stream.of(segments(material.segments()), campaigns(material.campaigns(), zone))
                .filter(table -> !table.rows().isEmpty()).toList();
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("segments", new Words("分群和群发", "Segments and campaigns"), List.of(), tables,
                        List.of(), List.of()));
    }

    private static Table segments(List<Headcount> counts) {
        return new Table(new Words("现在多少人,所有群一起算", "How many are in them now, in all groups"),
                List.of(new Words("分群", "segment"), new Words("人数", "members"), new Words("比上周", "since last week"),
                        new Words("退订", "opted out")),
                counts.stream().limit(SHOWN).map(each -> List.of(each.segment(), text(each.members()), change(each),
                        text(each.optedOut()))).toList());
    }

    private static String change(Headcount count) {
        int more = count.members() - count.before();
        return count.before() < 0 ? "—" : more > 0 ? "+" + more : text(more);
    }

    private static Table campaigns(List<Progress> runs, ZoneId zone) {
        return new Table(new Words("群发", "Campaigns"),
                List.of(new Words("群发", "campaign"), new Words("日期", "day"), new Words("分群", "in the segment"),
                        new Words("发出", "sent"), new Words("等确认", "waiting"), new Words("没发成", "not sent")),
                runs.stream().limit(SHOWN).map(run -> List.of(run.id(),
                        LocalDate.ofInstant(Instant.parse(run.at()), zone).toString(), text(run.members()),
                        text(state(run, "SENT")), text(state(run, "QUEUED") + state(run, "WAITING")),
                        text(state(run, "FAILED") + state(run, "EXPIRED")))).toList());
    }

    private static int state(Progress run, String state) {
        return run.states().getOrDefault(state, 0);
    }

    private static String text(int number) {
        return String.valueOf(number);
    }
}
