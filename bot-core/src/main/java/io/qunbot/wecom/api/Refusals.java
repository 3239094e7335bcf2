package io.qunbot.wecom.api;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;

/** What is not even tried, since WeCom would not take it. */
public final class Refusals {

    private Refusals() {}

    /** These words can't be sent this way. */
    public static GatewayException drop(String zh, String en) {
        return new GatewayException(0, zh + " (" + en + ")", Remedy.DROP, false);
    }
}
