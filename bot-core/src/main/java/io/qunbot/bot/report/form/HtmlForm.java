package io.qunbot.bot.report.form;

import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Report;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.stream.Collectors;

/** A report as one file that needs nothing else, on a screen and on paper. What people typed stays text. */
public final class HtmlForm {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2733;--soft:#66717e;--line:#dfe4ea;--main:#2b6cb0;--down:#d98b5f;
             --warn:#b7410e;--pale:#fff5ef;--paper:#fff}
            @media screen and (prefers-color-scheme:dark){:root{--ink:#e4e9ef;--soft:#9aa7b5;--line:#36414d;
             --main:#63a4e8;--down:#e0a07a;--warn:#f08a5d;--pale:#3a2a22;--paper:#161c23}}
            *{box-sizing:border-box}
            body{font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);
             background:var(--paper);max-width:860px;margin:0 auto;padding:28px 20px}
            h1{font-size:24px;margin:0}h2{font-size:18px;margin:34px 0 10px;padding-bottom:6px;border-bottom:2px solid var(--line)}
            h3{font-size:14px;margin:18px 0 6px;color:var(--soft);font-weight:600}
            p.days{color:var(--soft);margin:4px 0 0}
            dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:10px;margin:0}
            dl div{border:1px solid var(--line);border-radius:8px;padding:8px 12px}
            dt{color:var(--soft);font-size:13px}dd{margin:0;font-size:20px;font-weight:600}
            p.warn{border-left:4px solid var(--warn);background:var(--pale);padding:8px 12px;margin:0 0 12px}
            table{border-collapse:collapse;width:100%;font-size:14px}
            th,td{text-align:left;padding:5px 8px;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
            th{color:var(--soft);font-weight:600;white-space:nowrap}
            svg{width:100%;height:auto;display:block}
            .axis{stroke:var(--line)}.up{fill:var(--main)}.down{fill:var(--down)}
            .label,.value{font-size:11px;text-anchor:middle;fill:var(--soft)}.value{fill:var(--ink)}
            footer{margin-top:36px;color:var(--soft);font-size:12px}
            @media print{:root{color-scheme:light}body{padding:0;max-width:none;font-size:12px}h2{break-after:avoid}figure,tr,dl div,p.warn{break-inside:avoid}
             *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
            figure{margin:0}
            """;

    private final Language language;
    private final Svg svg;

    public HtmlForm(Language language) {
        this.language = language;
        this.svg = new Svg(language);
    }

    public String of(Report report) {
        String title = report.about() + " " + report.days();
        return "<!DOCTYPE html>\n<html lang=\"" + (language == Language.ZH ? "zh-CN" : "en")
                + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escape(title) + "</title><style>\n" + STYLE + "</style></head><body>\n<header><h1>"
                + escape(report.about()) + "</h1><p class=\"days\">" + escape(report.days()) + " · " + report.groups()
                + words(" 个会话", " conversations") + "</p></header>\n"
                + report.parts().stream().map(this::part).collect(Collectors.joining("\n"))
                + "\n<footer>" + words("做于 ", "made at ") + escape(report.made())
                + " · Qunbot</footer>\n</body></html>\n";
    }

    private String part(Part part) {
        StringBuilder html = new StringBuilder("<section id=\"" + escape(part.id()) + "\"><h2>" + text(part.title())
                + "</h2>\n");
        part.warnings().forEach(warning -> html.append("<p class=\"warn\">⚠ ").append(text(warning)).append("</p>\n"));
        html.append(part.facts().stream().map(fact -> "<div><dt>" + text(fact.name()) + "</dt><dd>"
                + text(fact.value()) + "</dd></div>").collect(Collectors.joining("", "<dl>", "</dl>\n")));
        part.pictures().stream().filter(Part.Picture::shows)
                .forEach(picture -> html.append("<figure><h3>").append(text(picture.title())).append("</h3>")
                        .append(svg.of(picture)).append("</figure>\n"));
        part.tables().forEach(table -> html.append(table(table)));
        return html.append("</section>").toString();
    }

    private String table(Part.Table table) {
        return "<h3>" + text(table.title()) + "</h3><table><thead>"
                + row("th", table.head().stream().map(head -> head.in(language)).toList()) + "</thead><tbody>"
                + table.rows().stream().map(row -> row("td", row)).collect(Collectors.joining("\n"))
                + "</tbody></table>\n";
    }

    private static String row(String tag, List<String> cells) {
        return cells.stream().map(cell -> "<" + tag + ">" + escape(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private String text(Words words) {
        return escape(words.in(language));
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
