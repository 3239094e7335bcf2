package io.qunbot.cli;

import io.qunbot.bot.member.MemberCard;
import io.qunbot.yaml.Language;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A member's card as people read it. */
final class MemberText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int SHORT = 40;

    private final PrintWriter out;
    private final Language language;
    private final ZoneId zone;

    MemberText(PrintWriter out, Language language, ZoneId zone) {
        this.out = out;
        this.language = language;
        this.zone = zone;
    }

    void print(MemberCard card) {
        out.println((card.name().isEmpty() ? card.id() : card.name() + "  " + card.id())
                + (card.colleague() ? words("  同事", "  colleague") : "")
                + (card.optedOut() ? words("  已退订", "  opted out") : ""));
        List<String> facts = Stream.of(card.stage().isEmpty() ? "" : words("阶段 ", "stage ") + card.stage(),
                card.points() == 0 ? "" : card.points() + words(" 分", " points"),
                String.join("、", card.roles().stream().map(this::role).toList()),
                card.heard().isEmpty()
                        ? words("还没说过话", "never said anything")
                        : words("最近说话 ", "last heard ") + time(card.heard()),
                card.facts().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("  ")))
                .filter(text -> !text.isEmpty()).toList();
        out.println(String.join("  ", facts));
        part(words("群", "groups"), card.groups().stream().map(this::group).toList());
        part(words("标签", "tags"), card.tags().stream().map(tag -> tag(tag, "")).toList());
        part(words("去掉过的标签", "tags that were taken off"), card.gone().stream().map(tag -> tag(tag, "-")).toList());
        part(words("最近的问题", "last questions"),
                card.questions().stream().map(each -> time(each.at()) + "  " + each.group() + "  " + cut(each.words()))
                        .toList());
        part(words("会话存档", "archiving"), card.consents().stream().map(each -> time(each.at()) + "  " + each.group()
                + "  " + (each.agreed() ? words("同意", "agreed") : words("不同意", "refused"))).toList());
    }

    private void part(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(title);
            lines.forEach(line -> out.println("  " + line));
        }
    }

    private String group(MemberCard.Group group) {
        return (group.name().isEmpty() ? group.id() : group.name()) + "  " + group.profile()
                + (group.roles().isEmpty()
                        ? ""
                        : "  " + String.join("、", group.roles().stream().map(this::role).toList()))
                + (group.joined().isEmpty() ? "" : words("  进群 ", "  joined ") + time(group.joined()))
                + (group.way().isEmpty() ? "" : words("  来自 ", "  by ") + group.way())
                + (group.here() ? "" : words("  (成员名单里没有)", "  (not in the list of members)"));
    }

    private String tag(MemberCard.Tag tag, String sign) {
        String where = tag.groupName().isEmpty() ? tag.group() : tag.groupName();
        return sign + tag.tag() + (tag.family().isEmpty() ? "" : " (" + tag.family() + ")")
                + (tag.at().isEmpty() ? "" : "  " + time(tag.at())) + (tag.rule().isEmpty() ? "" : "  " + tag.rule())
                + (where.isEmpty() ? "" : "  " + where)
                + (tag.words().isEmpty() ? "" : "  “" + cut(tag.words()) + "”")
                + (tag.until().isEmpty() ? "" : words("  到 ", "  until ") + time(tag.until()))
                + (tag.local().isEmpty() ? "" : words("  只在本地:", "  local only: ") + tag.local());
    }

    private String role(String role) {
        return switch (role) {
            case "owner" -> words("群主", role);
            case "manager" -> words("管理员", role);
            case "active" -> words("活跃", role);
            case "lurker" -> words("潜水", role);
            default -> role;
        };
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }

    private String time(String iso) {
        Instant at = iso.endsWith("Z") ? Instant.parse(iso) : OffsetDateTime.parse(iso).toInstant();
        return TIME.format(at.atZone(zone));
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
