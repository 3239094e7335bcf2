package io.qunbot.plugins.reply;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;
import io.qunbot.plugins.reply.faq.FaqCheck;
import io.qunbot.plugins.reply.faq.FaqQuestion;
import io.qunbot.plugins.reply.faq.FaqSettings;
import io.qunbot.plugins.reply.faq.Rankers;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;

/** Answers by the operator's rules, and by their catalogue of questions. */
public final class ReplyPlugin implements Plugin<ReplySettings> {

    private final Rankers rankers = new Rankers();

    @Override
    public String name() {
        return "reply";
    }

    @Override
    public Class<ReplySettings> settingsType() {
        return ReplySettings.class;
    }

    @Override
    public Stage create(ReplySettings settings, PluginServices services) {
        return new ReplyStage(settings, services, rankers);
    }

    @Override
    public void check(ReplySettings settings, PluginServices services, Problems problems) {
        RuleCheck rules = new RuleCheck(services, problems);
        rules.check(settings.rules());
        settings.synonyms().forEach(file -> file.content().check(problems));
        settings.faq().ifPresent(faq -> {
            new FaqCheck(services, problems).check(faq.value(), faq.place());
            words(faq.value(), rules);
        });
    }

    private static void words(FaqSettings faq, RuleCheck check) {
        faq.file().stream().flatMap(file -> file.content().questions().stream()).map(Located::value)
                .forEach((FaqQuestion question) -> check.words(question.say(), question.tell()));
    }
}
