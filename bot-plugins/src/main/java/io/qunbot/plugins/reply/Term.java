package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;
import io.qunbot.yaml.Place;
import java.util.List;

/** A keyword of a condition and the forms in which it occurs, at least one. */
record Term(Keyword keyword, List<Form> forms, Place place) {

    int length() {
        return keyword.words().length();
    }

    boolean occursIn(Message message) {
        for (Form form : forms) {
            if (message.has(form.number())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the message is the keyword and nothing else, but for courtesy. */
    boolean isAllOf(Message message) {
        for (Form form : forms) {
            if (message.has(form.number()) && message.is(form)) {
                return true;
            }
        }
        return false;
    }

    /** The words that turn down every form that occurs; empty when one is meant. */
    String refusal(Message message) {
        String refusal = "";
        for (Form form : forms) {
            if (message.has(form.number())) {
                refusal = message.refusal(form);
                if (refusal.isEmpty()) {
                    return "";
                }
            }
        }
        return refusal;
    }
}
