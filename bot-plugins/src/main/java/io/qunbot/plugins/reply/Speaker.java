package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugins.reply.effect.Answer;
import io.qunbot.plugins.reply.effect.Asked;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.state.Corrections;
import io.qunbot.plugins.reply.state.Given;
import io.qunbot.plugins.reply.state.Waiting;
import io.qunbot.yaml.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets effects happen: at once, or after a while unless a colleague is faster. */
final class Speaker {

    /** The bot was stopped meanwhile; who knows what was said in the group. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final PluginServices services;
    private final Permission permission;
    private final Map<String, Effect> effects;

    /** @param effects all that may still be waited for, by key */
    Speaker(PluginServices services, Permission permission, Map<String, Effect> effects) {
        this.services = services;
        this.permission = permission;
        this.effects = Map.copyOf(effects);
    }

    /** Starts the cooldown and does what is to be done; words may wait, the rest never does. */
    List<Action> act(Effect effect, Asked asked, boolean toBot, ChatContext chat) {
        permission.use(effect, chat);
        Answer answer = new Answer(asked, services, chat);
        List<Action> actions = new ArrayList<>(3);
        if (effect.deed().speaks()) {
            int turn = answer.turn(effect);
            Duration wait = toBot ? Duration.ZERO : permission.patience(effect);
            if (wait.isZero()) {
                say(effect, turn, asked, chat).ifPresent(actions::add);
            } else {
                chat.note(effect.label().place(), "等同事 " + wait.toSeconds() + " 秒");
                actions.add(Waiting.postpone(effect.key(), turn, asked, wait, chat));
            }
        }
        actions.addAll(answer.aside(effect));
        return actions;
    }

    /** What an alarm was set for, if it is still to be said. */
    Optional<Action> due(Event.Rang rang, ChatContext chat) {
        return Waiting.take(rang.key(), chat).flatMap(pending -> {
            if (rang.at().plus(LATE).isBefore(chat.now())) {
                chat.note(place(effects.get(pending.effect())), "太晚了,不再回答");
                return Optional.empty();
            }
            return due(pending, chat);
        });
    }

    private Optional<Action> due(Waiting.Pending pending, ChatContext chat) {
        Effect effect = effects.get(pending.effect());
        String refusal = effect == null ? "规则已经没有了:" + pending.effect() : refusal(effect, pending, chat);
        if (effect == null || !refusal.isEmpty()) {
            chat.note(place(effect), refusal);
            return Optional.empty();
        }
        chat.note(effect.label().place(), "没有同事说话,现在回答");
        return say(effect, pending.turn(), pending.asked(), chat).map(said -> said);
    }

    /** What may have changed since it was asked. */
    private String refusal(Effect effect, Waiting.Pending pending, ChatContext chat) {
        if (!effect.deed().speaks()) {
            return "规则已经不说话了";
        }
        return Corrections.isWrong(effect.key(), pending.asked().fingerprint(), chat)
                ? HardRules.CORRECTED
                : permission.misplaced(effect.limits(), chat);
    }

    /** Whether there still is an effect that somebody waits for. */
    boolean has(String effect) {
        return effects.containsKey(effect);
    }

    /** A colleague speaks: whatever waits here is dropped. */
    List<Action> giveWay(ChatContext chat) {
        List<Action> cancelled = new ArrayList<>();
        for (Waiting.Pending pending : Waiting.drop(chat)) {
            chat.note(place(effects.get(pending.effect())), "同事先说话了,不再回答");
            cancelled.add(new Action.Cancel(pending.alarm()));
        }
        return cancelled;
    }

    private Optional<Action.Say> say(Effect effect, int turn, Asked asked, ChatContext chat) {
        Optional<Action.Say> words = new Answer(asked, services, chat).words(effect, turn);
        if (chat.group().chat().kind() != ChatKind.DIRECT) {
            words.ifPresent(said -> Given.add(effect, asked, said.text(), chat));
        }
        return words;
    }

    private static @Nullable Place place(@Nullable Effect effect) {
        return effect == null ? null : effect.label().place();
    }
}
