package io.qunbot.wecom.codec;

import io.qunbot.wecom.codec.tree.Node;
import java.util.Optional;

/**
 * One frame that WeCom sends on an intelligent robot's long connection (document 101463).
 *
 * @param command what it is; empty for the answer to a frame of ours
 * @param request the id that an answer has to carry, or that an answer carries
 * @param code 0 when WeCom took what we sent
 * @param event the kind of event, empty for everything else
 * @param given what WeCom calls an upload, or the media that it became; empty for everything else
 */
public record LineFrame(String command, String request, int code, String message, String event, String given) {

    private static final String MESSAGE = "aibot_msg_callback";
    private static final String EVENT = "aibot_event_callback";
    private static final int UNREADABLE = -2;

    /** Reads a frame; empty when the bytes are none. */
    public static Optional<LineFrame> read(byte[] frame) {
        return Node.isJson(frame) ? Node.read(frame).map(LineFrame::of) : Optional.empty();
    }

    private static LineFrame of(Node frame) {
        return new LineFrame(frame.text("cmd"), frame.child("headers").text("reqid"), code(frame.text("errcode")),
                frame.text("errmsg"), frame.child("body").child("event").text("eventtype"),
                given(frame.child("body")));
    }

    private static String given(Node body) {
        String media = body.text("mediaid");
        return media.isEmpty() ? body.text("uploadid") : media;
    }

    private static int code(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return UNREADABLE;
        }
    }

    /** Whether another connection of the same bot took over. */
    public boolean isReplacement() {
        return event.equals("disconnected_event") || command.equals("disconnected_event");
    }

    /** Whether somebody said or did something. */
    public boolean isCallback() {
        return isCallback(command);
    }

    private static boolean isCallback(String command) {
        return command.equals(MESSAGE) || command.equals(EVENT);
    }

    /** What a callback's frame holds, in the form that a callback address gets it; any other document as it is. */
    static Node message(Node document) {
        return isCallback(document.text("cmd")) ? document.child("body") : document;
    }
}
