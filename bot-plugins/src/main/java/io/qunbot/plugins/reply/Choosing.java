package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugins.reply.effect.Asked;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.state.Offers;
import io.qunbot.text.Normalized;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers who takes up an offer. */
final class Choosing {

    private final Map<String, Effect> effects;
    private final Permission permission;
    private final Speaker speaker;

    Choosing(Map<String, Effect> effects, Permission permission, Speaker speaker) {
        this.effects = Map.copyOf(effects);
        this.permission = permission;
        this.speaker = speaker;
    }

    /** Empty when the message takes up no offer. */
    Optional<Reaction> answer(Event.Said said, Normalized text, ChatContext chat) {
        return Offers.open(said.by(), chat).flatMap(offer -> new Selection(offer.choices())
                .of(said.content().words(), text).map(choice -> {
                    Offers.close(said.by(), chat);
                    return Reaction.stop(answer(choice, offer, said, chat));
                }));
    }

    private List<Action> answer(Offers.Choice choice, Offers.Offer offer, Event.Said said, ChatContext chat) {
        Effect effect = effects.get(choice.effect());
        String refusal = effect == null
                ? "规则已经没有了:" + choice.effect()
                : permission.misplaced(effect.limits(), chat);
        if (effect == null || !refusal.isEmpty()) {
            chat.note(effect == null ? null : effect.label().place(), refusal);
            return List.of();
        }
        chat.note(effect.label().place(), "选了“" + choice.words() + "”");
        chat.acts(effect.label().place());
        return speaker.act(effect,
                new Asked(said.by(), choice.words(), choice.words(), offer.event(), offer.fingerprint()), true, chat);
    }
}
