package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugins.reply.effect.Answer;
import io.qunbot.plugins.reply.effect.Asked;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.plugins.reply.state.Corrections;
import io.qunbot.plugins.reply.state.Given;
import io.qunbot.plugins.reply.state.Waiting;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets effects happen: at once, or after a while unless a colleague is faster. */
final class Speaker {

    /** The bot was stopped meanwhile; who knows what was said in the group. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final PluginServices services;
    private final Permission permission;
    private final Map<String, Effect> effects;
    private final Traced traced;

    /** @param effects all that may still be waited for, by key */
    Speaker(PluginServices services, Permission permission, Map<String, Effect> effects) {
        this.services = services;
        this.permission = permission;
        this.effects = Map.copyOf(effects);
        this.traced = new Traced(services);
    }

    /** Starts the cooldown and does what is to be done; words may wait, the rest never does. */
    List<Action> act(Effect effect, Asked asked, boolean toBot, ChatContext chat) {
        boolean speaks = effect.deed().speaks();
        Duration wait = toBot || !speaks ? Duration.ZERO : permission.patience(effect);
        permission.use(effect, wait, chat);
        Answer answer = new Answer(asked, services, chat);
        List<Action> actions = new ArrayList<>(3);
        if (speaks) {
            int turn = answer.turn(effect);
            if (wait.isZero()) {
                say(effect, turn, asked, chat).ifPresent(actions::add);
            } else {
                chat.note(waits(effect, turn, asked, wait, chat));
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
                chat.note(dropped(pending, "太晚了,不再回答", "too late to answer"));
                return Optional.empty();
            }
            return due(pending, chat);
        });
    }

    private Optional<Action> due(Waiting.Pending pending, ChatContext chat) {
        Effect effect = effects.get(pending.effect());
        if (effect == null) {
            chat.note(gone(pending.effect()).about(pending.asked().event()));
            return Optional.empty();
        }
        Refusal refusal = refusal(effect, pending, chat);
        if (!refusal.isNone()) {
            chat.note(traced.refused(effect, refusal).about(pending.asked().event()));
            return Optional.empty();
        }
        chat.note(Traced.of(Kind.ACTS, effect, () -> new Words("没有同事说话,现在回答", "no colleague spoke: it answers now"))
                .about(pending.asked().event()));
        return say(effect, pending.turn(), pending.asked(), chat).map(said -> about(said, pending.asked()));
    }

    /** Words that waited come with an alarm, which does not know what they answer. */
    private static Action about(Action.Say said, Asked asked) {
        return new Action.Say(said.body(), said.rule(), said.manner(),
                said.oversight().about(asked.by(), asked.words()));
    }

    /** What may have changed since it was asked. */
    private Refusal refusal(Effect effect, Waiting.Pending pending, ChatContext chat) {
        if (!effect.deed().speaks()) {
            return Refusal.by("say", () -> new Words("规则已经不说话了", "the rule says nothing any more"));
        }
        return Corrections.isWrong(effect.key(), pending.asked().fingerprint(), chat)
                ? Corrections.WRONG
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
            chat.note(dropped(pending, "同事先说话了,不再回答", "a colleague spoke first: it does not answer any more"));
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

    private Finding waits(Effect effect, int turn, Asked asked, Duration wait, ChatContext chat) {
        Finding waits = Traced.of(Kind.WAITS, effect, () -> new Words("等同事 " + wait.toSeconds() + " 秒",
                "waits " + wait.toSeconds() + " s for a colleague"))
                .because(() -> traced.written(effect, "wait")).with("wait", (double) wait.toSeconds());
        if (!chat.explains()) {
            return waits;
        }
        String text = new Answer(asked, services, chat).words(effect, turn).map(Action.Say::text).orElse("");
        return Traced.of(Kind.WAITS, effect,
                () -> new Words("先等同事 " + wait.toSeconds() + " 秒,没有同事说话才说:" + text,
                        "waits " + wait.toSeconds() + " s for a colleague, and says if none speaks: " + text))
                .because(waits.cause()).with("wait", (double) wait.toSeconds());
    }

    /** An answer that waited will not be given. */
    private Finding dropped(Waiting.Pending pending, String zh, String en) {
        Effect effect = effects.get(pending.effect());
        Finding finding = effect == null
                ? Finding.of(Kind.REFUSED, zh, en).on(pending.effect(), null)
                : Traced.of(Kind.REFUSED, effect, () -> new Words(zh, en))
                        .because(() -> traced.written(effect, "wait"));
        return finding.about(pending.asked().event());
    }

    /** What was promised to somebody is in no file any more. */
    static Finding gone(String key) {
        return Finding.of(Kind.REFUSED, "规则已经没有了:" + key, "the rule is gone: " + key).on(key, null);
    }
}
