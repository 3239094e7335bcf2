package io.qunbot.bot.report.form;

import io.qunbot.bot.report.Report;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Words;

/** What a report is about, in one line. */
final class Heading {

    private Heading() {}

    static String of(Report report, Language language) {
        return new Words(report.about() + "  " + report.days() + "  " + report.groups() + " 个会话",
                report.about() + "  " + report.days() + "  " + report.groups() + " conversations").in(language);
    }
}
