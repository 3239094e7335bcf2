package io.qunbot.plugins.reply.effect;

/** What a rule or a question does once it is meant, and where and when it may. */
public record Effect(Label label, Deed deed, Limits limits) {

    public String key() {
        return label.key();
    }
}
