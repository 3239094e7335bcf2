package io.qunbot.bot;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Outcome;

/** Each way by which words leave, and where WeCom hears them. */
enum Exit {
    ROBOT(1, "robot", ChatKind.INTERNAL, "say", "/cgi-bin/webhook/send"),
    COLLEAGUE(2, "app", ChatKind.CUSTOMER, "tell", "/cgi-bin/message/send"),
    OWN_GROUP(3, "app", ChatKind.INTERNAL, "say", "/cgi-bin/appchat/send"),
    TASK(4, "app", ChatKind.CUSTOMER, "task", "/cgi-bin/externalcontact/add_msg_template"),
    ADDRESS(5, "callback", ChatKind.INTERNAL, "say", "/cgi-bin/aibot/response"),
    LINE_ANSWER(6, "line", ChatKind.INTERNAL, "say", "aibot_respond_msg"),
    LINE_FIRST(7, "line", ChatKind.INTERNAL, "say", "aibot_send_msg");

    final int lane;
    final String gateway;
    final ChatKind kind;
    final String words;
    final String place;

    Exit(int lane, String gateway, ChatKind kind, String words, String place) {
        this.lane = lane;
        this.gateway = gateway;
        this.kind = kind;
        this.words = words;
        this.place = place;
    }

    boolean isLine() {
        return gateway.equals("line");
    }

    boolean usesToken() {
        return gateway.equals("app");
    }

    /** How words end that WeCom took. */
    Outcome taken() {
        return this == TASK ? Outcome.QUEUED_FOR_CONFIRMATION : Outcome.SENT;
    }

    String chat() {
        return "chat" + lane;
    }
}
