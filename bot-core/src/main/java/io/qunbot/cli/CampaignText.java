package io.qunbot.cli;

import io.qunbot.bot.campaign.Outlook;
import io.qunbot.bot.campaign.Progress;
import io.qunbot.yaml.Language;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows campaigns to operators. */
final class CampaignText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int FEW = 10;

    private final PrintWriter out;
    private final Language language;

    CampaignText(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    /** A reason is written in both languages, the other one in brackets. */
    private String half(String reason) {
        int bracket = reason.lastIndexOf(" (");
        boolean both = bracket > 0 && reason.endsWith(")");
        return both
                ? language == Language.ZH
                        ? reason.substring(0, bracket)
                        : reason.substring(bracket + 2, reason.length() - 1)
                : reason;
    }

    void print(Outlook preview, boolean all) {
        int reached = preview.senders().stream().mapToInt(sender -> sender.members().size()).sum();
        out.println(preview.id() + " (" + preview.profile() + ")  " + words("分群 ", "segment ") + preview.segment()
                + "  " + preview.members() + words(" 人,发给 ", " people, goes to ") + reached + words(" 人", ""));
        out.println(words("下一次 ", "next ")
                + (preview.next().isEmpty() ? words("没有了", "never") : time(preview.next(), preview.zone()))
                + (preview.paused() ? words(",已暂停", ", paused") : "") + mode(preview.mode()));
        out.println(words("内容 ", "words ") + preview.words().replace("\n", "\n     "));
        if (!preview.known()) {
            out.println(words("# 不知道谁加了谁:机器人没有运行,或者应用没有客户联系的权限;这里只算已经同步过标签的",
                    "# who has which customers is not known: no bot runs, or the app may not ask; only pairs with mirrored tags count here"));
        }
        preview.senders().forEach(sender -> list(sender.id().isEmpty()
                ? words("应用自己发", "by the app itself")
                : words("由 ", "by ") + called(sender.id(), sender.name()), sender.members(), true, all));
        preview.omitted().forEach((reason, who) -> list(words("不发:", "left out: ") + half(reason), who, all, all));
    }

    private String mode(String mode) {
        return mode.equals("WATCH") ? words(",watch:只记录名单", ", watch: only recorded") : "";
    }

    private void list(String title, List<Outlook.Who> members, boolean listed, boolean all) {
        out.println(title + "  " + members.size() + words(" 人", ""));
        if (listed) {
            members.stream().limit(all ? Integer.MAX_VALUE : FEW)
                    .forEach(who -> out.println("  " + called(who.id(), who.name())));
            if (!all && members.size() > FEW) {
                out.println(words("  …还有 " + (members.size() - FEW) + " 人,--all 写全",
                        "  … and " + (members.size() - FEW) + " more, see --all"));
            }
        }
    }

    private static String called(String id, String name) {
        return name.isEmpty() ? id : name + " (" + id + ")";
    }

    void print(List<Progress> all) {
        if (all.isEmpty()) {
            out.println(words("# 还没有发过", "# nothing was sent yet"));
        }
        all.forEach(this::print);
    }

    private void print(Progress run) {
        out.println(run.id() + " (" + run.profile() + ")  " + time(run.at(), run.zone()) + words("  分群 ", "  segment ")
                + run.members() + words(" 人:", ": ") + states(run.states()));
        for (Progress.Sender sender : run.senders()) {
            out.println("  " + (sender.id().isEmpty() ? words("应用", "the app") : called(sender.id(), sender.name()))
                    + "  " + states(sender.states())
                    + (sender.open() == 0
                            ? ""
                            : words(",还开着 " + sender.open() + " 个任务", ", open: " + sender.open()))
                    + (sender.reminders() == 0
                            ? ""
                            : words(",提醒过 " + sender.reminders() + " 次", ", reminded: " + sender.reminders()))
                    + (sender.trouble().isEmpty() ? "" : "  " + half(sender.trouble())));
        }
        run.reasons().forEach((reason, count) -> out.println(words("  没发成 ", "  not sent ") + count + "  "
                + half(reason)));
        run.omitted().forEach((reason, count) -> out.println(words("  不发 ", "  left out ") + count + "  "
                + half(reason)));
    }

    private String states(Map<String, Integer> states) {
        return states.isEmpty()
                ? words("没有人", "nobody")
                : states.entrySet().stream().map(each -> state(each.getKey()) + " " + each.getValue())
                        .collect(Collectors.joining(words(",", ", ")));
    }

    private String state(String state) {
        return switch (state) {
            case "WAITING" -> words("准备发", "being prepared");
            case "QUEUED" -> words("等同事确认", "waits to be confirmed");
            case "SENT" -> words("发出", "sent");
            case "FAILED" -> words("没发成", "not sent");
            case "EXPIRED" -> words("撤回", "taken back");
            case "WATCHED" -> words("只记录", "only recorded");
            default -> words("没有发", "dropped");
        };
    }

    private static String time(String iso, String zone) {
        return TIME.format(Instant.parse(iso).atZone(ZoneId.of(zone)));
    }
}
