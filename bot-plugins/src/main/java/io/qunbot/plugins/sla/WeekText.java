package io.qunbot.plugins.sla;

import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** A summary as a colleague reads it in a message: short, the conversations that need somebody first. */
final class WeekText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final int MOST = 10;

    private final PluginServices services;
    private final Instant now;

    WeekText(PluginServices services, Instant now) {
        this.services = services;
        this.now = now;
    }

    String of(Week week) {
        String head = "【服务小结】" + services.profile() + " " + day(Instant.ofEpochMilli(week.since())) + "—" + day(now);
        List<Week.Row> rows = List.copyOf(week.groups().values());
        if (sum(rows, Week.Row::asked) == 0 && sum(rows, Week.Row::open) == 0) {
            return head + "\n这段时间没有客户提问。\n" + more();
        }
        Stream<Week.Row> worst = rows.stream().filter(row -> row.asked() + row.open() > 0)
                .sorted(Comparator.comparingLong(WeekText::trouble).thenComparingLong(Week.Row::asked).reversed());
        List<String> lines = worst.limit(MOST)
                .map(row -> "· " + Foreign.quote(row.name()) + ":" + figures(List.of(row)))
                .toList();
        String all = rows.size() > 1 ? "\n共 " + figures(rows) : "";
        return head + all + "\n" + String.join("\n", lines) + (rows.size() > MOST ? "\n……" : "") + "\n" + more();
    }

    private String more() {
        return "完整的:./qunbot report " + services.profile();
    }

    private String day(Instant time) {
        return DAY.format(time.atZone(services.zone()));
    }

    private static long trouble(Week.Row row) {
        return row.late() + row.unresolved() + row.open();
    }

    private static String figures(List<Week.Row> rows) {
        List<Long> waits = rows.stream().flatMap(row -> row.waits().stream()).sorted().toList();
        String times = waits.isEmpty()
                ? ""
                : ",首答中位 " + spell(waits, 0.5) + "、九成在 " + spell(waits, 0.9) + "内";
        return "问题 " + sum(rows, Week.Row::asked) + times + ",超时 " + sum(rows, Week.Row::late)
                + ",还没人回 " + sum(rows, Week.Row::open)
                + (sum(rows, Week.Row::unresolved) > 0 ? ",没解决 " + sum(rows, Week.Row::unresolved) : "");
    }

    private static long sum(List<Week.Row> rows, ToLongFunction<Week.Row> figure) {
        return rows.stream().mapToLong(figure).sum();
    }

    /** The smallest time within which so many were answered. */
    private static String spell(List<Long> sorted, double part) {
        int index = Math.max(0, (int) Math.ceil(part * sorted.size()) - 1);
        return Spell.of(Duration.ofSeconds(sorted.get(index)));
    }
}
