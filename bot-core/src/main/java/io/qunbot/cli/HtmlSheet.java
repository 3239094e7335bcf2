package io.qunbot.cli;

import io.qunbot.bot.search.Hit;
import io.qunbot.yaml.Language;
import java.io.IOException;
import java.io.Writer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * An export for people: one file that needs nothing else, a heading for each group and day, what a person says in
 * bubbles, the bot's with what made it speak. Whatever anybody wrote is text in it, never markup.
 */
final class HtmlSheet implements Sheet {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int COLOURS = 8;

    private final Writer out;
    private final Language language;
    private final Heading heading;
    private String group = "";
    private String groupName = "";
    private String day = "";
    private String speaker = "";

    /**
     * What stands on top.
     *
     * @param scope which part of the archive it is; may be empty
     * @param about who made it when, and what is hidden
     */
    record Heading(String scope, String about) {}

    HtmlSheet(Writer out, Language language, Heading heading) {
        this.out = out;
        this.language = language;
        this.heading = heading;
    }

    @Override
    public void begin() throws IOException {
        out.write("<!doctype html>\n<html lang=\"" + (language == Language.ZH ? "zh-CN" : "en") + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
                + Html.text(words("聊天存档", "Chat archive") + (heading.scope().isEmpty() ? "" : " " + heading.scope()))
                + "</title>\n<style>\n" + Html.style() + "</style>\n</head>\n<body>\n<header>\n<h1>"
                + words("聊天存档", "Chat archive") + "</h1>\n");
        paragraph(heading.scope());
        paragraph(heading.about());
        out.write("</header>\n<main>\n");
    }

    private void paragraph(String text) throws IOException {
        if (!text.isEmpty()) {
            out.write("<p>" + Html.text(text) + "</p>\n");
        }
    }

    @Override
    public void add(Hit hit) throws IOException {
        OffsetDateTime at = OffsetDateTime.parse(hit.at());
        head(hit, at.toLocalDate());
        boolean bot = hit.from().equals("bot");
        boolean same = hit.from().equals(speaker);
        speaker = hit.from();
        out.write("<article class=\"" + (bot ? "bot" : "c" + Math.floorMod(hit.from().hashCode(), COLOURS))
                + (hit.recalled() ? " recalled" : "") + (same ? " same" : "") + "\">\n<p class=\"by\"><b dir=\"auto\">"
                + Html.text(name(hit, bot)) + "</b> <time datetime=\"" + Html.text(hit.at()) + "\">"
                + TIME.format(at) + "</time>" + badges(hit, bot) + "</p>\n<p class=\"text\" dir=\"auto\">"
                + Html.text(hit.text()) + "</p>\n" + origin(hit) + "</article>\n");
    }

    private void head(Hit hit, LocalDate date) throws IOException {
        if (!group.equals(hit.group()) || !groupName.equals(hit.groupName())) {
            day = "";
            group = hit.group();
            groupName = hit.groupName();
            out.write("<h2>" + Html.text(groupName.isEmpty() ? group : groupName) + " <small>" + Html.text(group)
                    + "</small></h2>\n");
        }
        if (!day.equals(date.toString())) {
            day = date.toString();
            speaker = "";
            out.write("<h3>" + date + " " + weekday(date.getDayOfWeek()) + "</h3>\n");
        }
    }

    private String weekday(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL, language == Language.ZH ? Locale.CHINA : Locale.ENGLISH);
    }

    private String name(Hit hit, boolean bot) {
        return bot ? words("机器人", "bot") : hit.fromName().isEmpty() ? hit.from() : hit.fromName();
    }

    private String badges(Hit hit, boolean bot) {
        String id = bot || hit.fromName().isEmpty() ? "" : " <small>" + Html.text(hit.from()) + "</small>";
        String type = hit.type().equals("text") || hit.type().equals("answer")
                ? ""
                : " <i>" + Html.text(hit.type()) + "</i>";
        return id + type + (hit.recalled() ? " <em>" + words("已撤回", "recalled") + "</em>" : "") + " <small>#"
                + hit.seq() + "</small>";
    }

    private String origin(Hit hit) {
        Hit.Origin origin = hit.origin();
        if (origin.equals(Hit.Origin.NONE)) {
            return "";
        }
        return "<p class=\"origin\">" + Html.text((origin.rule().isEmpty()
                ? ""
                : words("规则 ", "rule ") + origin.rule()
                        + (origin.version().isEmpty() ? "" : " @ " + origin.version()) + " · ")
                + words("结果 ", "outcome ")
                + origin.outcome()) + "</p>\n";
    }

    @Override
    public void end(long count) throws IOException {
        out.write("</main>\n<footer>\n<p>" + words("共 " + count + " 条", count + " messages")
                + "</p>\n</footer>\n</body>\n</html>\n");
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
