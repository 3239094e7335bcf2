package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.MessageForm;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Sample;
import io.qunbot.plugin.Stage;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Problems;
import java.util.ArrayList;
import java.util.List;

/** Finds the rule that a message meets, and does what it says. Called for every message. */
final class ReplyStage implements Stage {

    /** Code units; nobody asks at such length, quotes and addresses included. */
    private static final int FAR_TOO_LONG = 4096;

    private final ReplySettings settings;
    private final PluginServices services;
    private final RuleBook book;
    private final Permission permission;

    ReplyStage(ReplySettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
        this.book = new RuleBook(settings.rules());
        this.permission = new Permission(settings, services.zone());
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        if (!(event instanceof Event.Said said)) {
            return Reaction.pass();
        }
        String typed = said.content().words();
        if (typed.isEmpty() || typed.length() > FAR_TOO_LONG) {
            return Reaction.pass();
        }
        Normalized text = Normalizer.normalize(typed);
        List<Match> matches = book.match(text, new Circumstances(said, chat, services));
        return matches.isEmpty() ? Reaction.pass() : decide(said, text, matches, chat);
    }

    @Override
    public void lint(Sample sample, Problems findings) {
        new RuleLint(settings.rules(), book, sample, findings).run();
    }

    private Reaction decide(Event.Said said, Normalized text, List<Match> matches, ChatContext chat) {
        String obstacle = obstacle(said, text);
        if (!obstacle.isEmpty()) {
            matches.forEach(match -> chat.note(match.located().place(), obstacle));
            return Reaction.pass();
        }
        return act(said, matches, chat);
    }

    /** Why this message is answered by no rule at all; empty when nothing is in the way. */
    private String obstacle(Event.Said said, Normalized text) {
        Role role = services.isStaff(said.by()) ? Role.STAFF : Role.MEMBER;
        if (!settings.from().contains(role)) {
            return role == Role.STAFF ? "同事说的话不触发" : "成员说的话不触发";
        }
        String line = text.line().text().strip();
        if (line.codePointCount(0, line.length()) > settings.longest()) {
            return "超过 " + settings.longest() + " 个字";
        }
        MessageForm form = MessageForm.of(said.content());
        return settings.ignored().contains(form) ? "这类消息不算提问:" + form : "";
    }

    private Reaction act(Event.Said said, List<Match> matches, ChatContext chat) {
        Answer answer = new Answer(said, services, chat);
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            String refusal = permission.refusal(match, chat);
            if (!refusal.isEmpty()) {
                chat.note(match.located().place(), refusal);
                continue;
            }
            permission.use(match, chat);
            chat.note(match.located().place(), "命中“" + match.verdict().match() + "”");
            actions.addAll(answer.to(match));
            if (match.rule().stops()) {
                outdone(matches.subList(i + 1, matches.size()), match, chat);
                return Reaction.stop(actions);
            }
        }
        return Reaction.pass(actions);
    }

    private static void outdone(List<Match> losers, Match winner, ChatContext chat) {
        for (Match loser : losers) {
            String why = loser.holds() ? "让给了规则 " + winner.key() : loser.verdict().veto();
            chat.note(loser.located().place(), why);
        }
    }
}
