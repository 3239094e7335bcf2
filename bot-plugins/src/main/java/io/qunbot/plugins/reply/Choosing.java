package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugins.reply.effect.Asked;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.plugins.reply.state.Offers;
import io.qunbot.plugins.reply.state.Offers.Choice;
import io.qunbot.text.Normalized;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers who takes up an offer. */
final class Choosing {

    private final Map<String, Effect> effects;
    private final Permission permission;
    private final Speaker speaker;
    private final Traced traced;

    Choosing(Map<String, Effect> effects, Permission permission, Speaker speaker, Traced traced) {
        this.effects = Map.copyOf(effects);
        this.permission = permission;
        this.speaker = speaker;
        this.traced = traced;
    }

    /** Empty when the message takes up no offer. */
    Optional<Reaction> answer(Event.Said said, Normalized text, ChatContext chat) {
        return Offers.open(said.by(), chat).flatMap(offer -> {
            Optional<Choice> chosen = new Selection(offer.choices()).of(said.content().words(), text);
            if (chosen.isEmpty() && chat.explains()) {
                chat.note(open(offer));
            }
            return chosen.map(choice -> {
                Offers.close(said.by(), chat);
                return Reaction.stop(answer(choice, offer, said, chat));
            });
        });
    }

    private static Finding open(Offers.Offer offer) {
        String choices = offer.choices().stream().map(Choice::words).collect(Collectors.joining("、"));
        return Finding.of(Kind.NOTED, "刚问过他是不是想问:" + choices + ";这句话一个也没有选",
                "he was asked whether he meant: " + choices + "; this chooses none of them").about(offer.event());
    }

    private List<Action> answer(Choice choice, Offers.Offer offer, Event.Said said, ChatContext chat) {
        Effect effect = effects.get(choice.effect());
        if (effect == null) {
            chat.note(Speaker.gone(choice.effect()));
            return List.of();
        }
        Refusal refusal = permission.misplaced(effect.limits(), chat);
        if (!refusal.isNone()) {
            chat.note(traced.refused(effect, refusal));
            return List.of();
        }
        chat.note(Traced.of(Kind.ACTS, effect,
                () -> new Words("选了“" + choice.words() + "”", "chose '" + choice.words() + "'")));
        return speaker.act(effect,
                new Asked(said.by(), choice.words(), choice.words(), offer.event(), offer.fingerprint()), true, chat);
    }
}
