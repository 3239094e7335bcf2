package io.qunbot.plugin;

import java.util.Optional;

/** What a message quotes: clients put it on top, between brackets, with a line below. */
public final class Quotation {

    private Quotation() {}

    public static Optional<String> of(String typed) {
        if (!typed.startsWith("「") && !typed.startsWith("“")) {
            return Optional.empty();
        }
        int line = Math.max(typed.indexOf("\n- - -"), typed.indexOf("\n---"));
        return line < 0 ? Optional.empty() : Optional.of(typed.substring(1, line));
    }
}
