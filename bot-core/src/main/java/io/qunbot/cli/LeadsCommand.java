package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.Leads;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot leads}: who is worth a colleague's time, who has them, and what became of the others. */
@Command(name = "leads", mixinStandardHelpOptions = true, description = "线索:谁的、几分、到哪一步、谁在跟,和按规则、按同事的退回 / leads, who has them, and what became of them")
final class LeadsCommand extends Context implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private static final String GATHERING = "gathering";
    /** Of those with some points there may be as many as members. */
    private static final int SHOWN = 50;

    @Option(names = "--profile", paramLabel = "PROFILE", description = "只看按这份配置交出的 / only what these rules handed over")
    private String profile = "";

    @Option(names = "--open", description = "只看等同事答复的 / only those that wait for a colleague's answer")
    private boolean open;

    @Option(names = "--days", paramLabel = "N", description = "数字算最近多少天,默认 90 / figures of so many days back, 90 by default")
    private int days = 90;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        Leads.Sheet sheet = sheet();
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(sheet));
            return ExitCode.OK;
        }
        if (sheet.items().isEmpty()) {
            out().println(words("# 没有线索", "# no leads"));
        }
        sheet.items().stream().filter(item -> !item.state().equals(GATHERING)).forEach(this::print);
        List<Leads.Item> gathering = sheet.items().stream().filter(item -> item.state().equals(GATHERING)).toList();
        gathering.stream().limit(SHOWN).forEach(this::print);
        if (gathering.size() > SHOWN) {
            out().println(words("# 还有 " + (gathering.size() - SHOWN) + " 位在攒,见 --format json",
                    "# and " + (gathering.size() - SHOWN) + " more who gather points, see --format json"));
        }
        if (!open) {
            figures(sheet.figures());
        }
        return ExitCode.OK;
    }

    private Leads.Sheet sheet() {
        Path data = data();
        return Admin.of(data)
                .flatMap(admin -> admin.<Leads.Sheet>get("/leads", Map.of("profile", profile, "open",
                        String.valueOf(open), "days", String.valueOf(days)), Leads.Sheet.class))
                .orElseGet(() -> offline(data, offline -> offline.leads(profile, open, days)));
    }

    private void print(Leads.Item item) {
        String who = item.who().isEmpty() ? "" : "  @" + String.join(" @", item.who());
        String due = item.due().isEmpty() ? "" : words("  到 ", "  until ") + time(item.due());
        out().println(item.name() + "  " + item.points() + words(" 分  ", " points  ")
                + (item.stage().isEmpty() ? "" : item.stage() + "  ") + state(item) + who + due
                + (item.overdue() ? words("  超时", "  OVERDUE") : "")
                + (item.reason().isEmpty() ? "" : words("  原因:", "  because: ") + item.reason()));
        item.evidence().forEach(proof -> out().println("    +" + proof.points() + "  " + proof.what() + "  "
                + time(proof.at()) + (proof.event().isEmpty() ? "" : "  " + proof.event())));
    }

    private String state(Leads.Item item) {
        return switch (item.state()) {
            case "gathering" -> words("在攒", "gathering");
            case "assigning" -> words("正在找同事", "being assigned");
            case "open" -> words("等答复", "waits for an answer");
            case "accepted" -> words("有人跟进", "accepted");
            case "returned" -> words("退回", "returned");
            case "won" -> words("成交", "won");
            default -> words("没成", "lost");
        };
    }

    private void figures(Leads.Figures figures) {
        if (figures.all().handed() > 0) {
            out().println(words("最近 " + days + " 天:", "in " + days + " days: ") + line(figures.all()));
            shares(words("按依据", "by evidence"), figures.rules());
            shares(words("按来源", "by source"), figures.sources());
            out().println(words("按同事", "by colleague"));
            figures.colleagues().forEach(each -> out().println("  " + each.name() + words("  收到 ", "  got ")
                    + each.got() + words(",跟进 ", ", accepted ") + each.accepted() + words(",退回 ", ", returned ")
                    + each.returned() + words(",没答复 ", ", no answer ") + each.late() + words(",成交 ", ", won ")
                    + each.won()));
            figures.reasons().forEach((reason, count) -> out().println(words("退回原因 ", "returned because ")
                    + (reason.isEmpty() ? words("没写", "of nothing") : reason) + "  " + count));
        }
        figures.lost().forEach((reason, count) -> out().println(words("没成交,因为 ", "lost because ") + reason + "  "
                + count));
    }

    private void shares(String title, List<Leads.Share> shares) {
        if (!shares.isEmpty()) {
            out().println(title);
            shares.forEach(share -> out().println("  " + share.name() + "  " + line(share)));
        }
    }

    private String line(Leads.Share share) {
        return words("交出 ", "handed over ") + share.handed() + words(",跟进 ", ", accepted ") + share.accepted()
                + words(",退回 ", ", returned ") + share.returned() + " (" + share.returnRate() + "%)"
                + words(",成交 ", ", won ") + share.won();
    }

    private String time(String iso) {
        return TIME.format(Instant.parse(iso).atZone(zone()));
    }
}
