package io.qunbot.plugins.sla;

import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;

/** Looks for what the types of settings cannot see: times that are none, posts and rules that nobody wrote. */
final class SlaCheck {

    private final SlaSettings settings;
    private final PluginServices services;
    private final Problems problems;

    SlaCheck(SlaSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
    }

    void check() {
        time("first_reply", settings.firstReply());
        settings.resolve().ifPresent(resolve -> time("resolve", resolve));
        settings.urgent().ifPresent(urgent -> urgent(urgent.value()));
        settings.ladder().forEach(post -> Tell.check(post, services, problems));
        if (settings.ladder().isEmpty()) {
            problems.warn("R451", settings.firstReply().place(), new Words("没有写 else:没人接也不告诉谁,只记数",
                    "without else nobody is told, and it only counts"),
                    new Words("例如 else: [owner, backup, manager]", "for instance else: [owner, backup, manager]"));
        }
        settings.rules().forEach(this::rule);
        settings.text().ifPresent(text -> Template.check(text,
                Vocabulary.ofMember(services, "name", "quote", "waited", "asked"), problems));
        settings.report().ifPresent(this::report);
    }

    private void time(String field, Located<Duration> time) {
        if (time.value().isZero() || time.value().isNegative()) {
            problems.error("R450", time.place(), new Words(field + " 要比 0 长", field + " has to be longer than 0"),
                    new Words("例如 5m、24h", "for instance 5m or 24h"));
        }
    }

    private void urgent(SlaSettings.Urgent urgent) {
        time("urgent.first_reply", urgent.firstReply());
        urgent.rule().forEach(this::rule);
        if (urgent.rule().isEmpty()) {
            problems.error("R452", urgent.firstReply().place(), new Words("没有写哪条规则算急事", "no rule says what is urgent"),
                    new Words("例如 rule: urgent,写 reply 里那条规则的 id", "for instance rule: urgent, the id of a rule"));
        }
    }

    /** Rules have names by which they note what they do; whether one is written is looked for where rules are. */
    private void rule(Located<String> rule) {
        boolean written = services.where("plugins", Reading.ANSWERING, "rules", rule.value()).isPresent();
        boolean known = services.where("plugins", Reading.ANSWERING).isPresent();
        if (known && !written) {
            problems.error("R452", rule.place(), new Words("没有叫 “" + rule.value() + "” 的规则",
                    "there is no rule called '" + rule.value() + "'"),
                    new Words("写 reply.rules 里一条规则的 id,或者去掉这一处",
                            "write the id of one of reply.rules, or leave it out"));
        }
    }

    private void report(Located<SlaSettings.Report> report) {
        report.value().who().forEach(post -> Tell.check(post, services, problems));
        if (report.value().who().isEmpty()) {
            problems.error("R453", report.place(), new Words("没有写小结给谁", "nobody gets the summary"),
                    new Words("例如 who: manager", "for instance who: manager"));
        }
    }
}
