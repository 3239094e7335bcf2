package io.qunbot.wecom.api;

import com.google.gson.JsonObject;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import java.util.ArrayList;
import java.util.List;

/** Sends the messages that one posting takes, in order. Thread-safe. */
public record Series(Uploads uploads) {

    /** Makes the messages; files are uploaded for it. */
    @FunctionalInterface
    public interface Making {
        List<JsonObject> messages() throws GatewayException;
    }

    /** Sends one of them. */
    @FunctionalInterface
    public interface Sending {
        JsonObject send(JsonObject message) throws GatewayException;
    }

    /**
     * Sends them all. A file that WeCom no longer has is uploaded once more.
     *
     * @param knownAgain whether WeCom says the same words once, however often they are sent
     * @return WeCom's answers
     */
    public List<JsonObject> send(Making making, Sending sending, boolean knownAgain) throws GatewayException {
        List<JsonObject> messages = making.messages();
        List<JsonObject> answers = new ArrayList<>();
        boolean anew = false;
        while (answers.size() < messages.size()) {
            JsonObject message = messages.get(answers.size());
            try {
                answers.add(sending.send(message));
            } catch (GatewayException failure) {
                if (anew || !uploads.isGone(failure, message)) {
                    throw answers.isEmpty() || knownAgain ? failure : partly(failure, answers.size());
                }
                anew = true;
                messages = making.messages();
            }
        }
        return answers;
    }

    /** Once the first of several has left a failure is final: to repeat the whole would say the beginning twice. */
    private static GatewayException partly(GatewayException failure, int sentBefore) {
        return new GatewayException(failure.code(), failure.getMessage() + ",前 " + sentBefore
                + " 段已经发出 (the first " + sentBefore + " had been sent)",
                failure.remedy() == Remedy.DISABLE ? Remedy.DISABLE : Remedy.DROP, true);
    }
}
