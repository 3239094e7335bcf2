package io.qunbot.plugins.simulated;

import io.qunbot.chat.ChatKind;
import io.qunbot.simulation.ScriptedChat;
import java.util.function.UnaryOperator;

/**
 * A message that nobody answers, and why.
 *
 * @param settings of the reply plugin, under {@code reply:}
 * @param before what happens in the chat first
 * @param reason what the explanation has to say
 * @param rule what is written on the line that it has to name; empty when it names none
 * @param cause what is written on the line of the setting; empty when it is not looked at
 */
record Silence(String name, String settings, ChatKind kind, UnaryOperator<ScriptedChat> before, String who, String text,
        String reason, String rule, String cause) {

    static Silence of(String name, String settings, String text) {
        return new Silence(name, settings, ChatKind.INTERNAL, UnaryOperator.identity(), "李雷", text, "", "", "");
    }

    Silence after(UnaryOperator<ScriptedChat> happened) {
        return new Silence(name, settings, kind, happened, who, text, reason, rule, cause);
    }

    Silence by(String member) {
        return new Silence(name, settings, kind, before, member, text, reason, rule, cause);
    }

    Silence in(ChatKind other) {
        return new Silence(name, settings, other, before, who, text, reason, rule, cause);
    }

    Silence because(String why, String ruleLine, String causeLine) {
        return new Silence(name, settings, kind, before, who, text, why, ruleLine, causeLine);
    }

    String chat() {
        return kind == ChatKind.DIRECT ? "app:" + who : "甲群";
    }

    @Override
    public String toString() {
        return name;
    }
}
