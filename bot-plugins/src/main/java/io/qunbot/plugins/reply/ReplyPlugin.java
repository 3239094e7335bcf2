package io.qunbot.plugins.reply;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.say.Saying;
import io.qunbot.plugins.reply.faq.FaqCheck;
import io.qunbot.plugins.reply.faq.FaqQuestion;
import io.qunbot.plugins.reply.faq.FaqSettings;
import io.qunbot.plugins.reply.faq.Rankers;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.util.List;
import java.util.stream.Stream;

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
    public List<Spoken> says(ReplySettings settings) {
        Stream<Spoken> rules = settings.rules().stream().map(Located::value)
                .flatMap(rule -> spoken(rule.say(), rule.in()));
        Stream<Spoken> questions = settings.faq().stream().flatMap(faq -> faq.value().file().stream())
                .flatMap(file -> file.content().questions().stream()).map(Located::value)
                .flatMap(question -> spoken(question.say(), question.in()));
        return Stream.concat(rules, questions).toList();
    }

    private static Stream<Spoken> spoken(List<Located<Saying>> sayings, List<ChatKind> in) {
        return sayings.stream().map(say -> new Spoken(say.value(), say.place(), in));
    }

    @Override
    public List<Occasion> occasions(ReplySettings settings, PluginServices services) {
        return Deeds.of(settings);
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
