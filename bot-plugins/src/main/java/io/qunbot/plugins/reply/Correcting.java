package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Quotation;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugins.reply.state.Corrections;
import io.qunbot.plugins.reply.state.Given;
import io.qunbot.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A colleague says that the bot's answer was wrong: the last one, or the one that is quoted. */
final class Correcting {

    private static final Set<String> COMMANDS = Set.of("!wrong", "!错了", "!错", "!答错了");

    private static final Finding NOT_MINE = Finding.of(Kind.REFUSED, "引用的不是机器人最近的回答",
            "what is quoted is none of the bot's newest answers");
    private static final Finding NOTHING_YET = Finding.of(Kind.REFUSED, "最近没有可以改正的回答",
            "there is no answer to correct");

    private final PluginServices services;
    private final Keeping unanswered;

    Correcting(PluginServices services, Keeping unanswered) {
        this.services = services;
        this.unanswered = unanswered;
    }

    /** Cheap, since it is asked of every message of a colleague. */
    boolean isMeant(String typed) {
        return (typed.indexOf('!') >= 0 || typed.indexOf('\uff01') >= 0)
                && COMMANDS.contains(Line.of(typed).text().strip());
    }

    Reaction correct(Event.Said said, ChatContext chat) {
        Optional<String> quotation = Quotation.of(said.content().words());
        Optional<Given.Reply> wrong = quotation.isPresent()
                ? Given.takeQuoted(quotation.get(), chat)
                : Given.takeNewest(chat);
        chat.note(wrong.map(Correcting::corrects).orElse(quotation.isPresent() ? NOT_MINE : NOTHING_YET));
        return Reaction.stop(wrong.map(reply -> correct(reply, said)).orElse(List.of()));
    }

    private static Finding corrects(Given.Reply reply) {
        return Finding.of(Kind.ACTS, "同事说 " + reply.effect() + " 答错了",
                "a colleague says that " + reply.effect() + " was wrong").on(reply.name(), null).about(reply.event());
    }

    private List<Action> correct(Given.Reply wrong, Event.Said said) {
        List<Action> actions = new ArrayList<>(3);
        actions.add(Corrections.announce(services.profile(), wrong.effect(), wrong.fingerprint()));
        if (!unanswered.isOff()) {
            actions.add(new Action.Remark("wrong", wrong.effect(), 0, Optional.of(wrong.event()), unanswered.keep()));
        }
        actions.add(new Action.Tell(List.of(said.by()), Wording.corrected(wrong.effect()), wrong.name()));
        return actions;
    }
}
