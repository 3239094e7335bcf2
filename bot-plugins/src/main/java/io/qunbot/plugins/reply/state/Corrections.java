package io.qunbot.plugins.reply.state;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Which questions a rule must not answer any more, since a colleague said that it was wrong. Kept in the lane of
 * the profile, so that what is wrong in one of its groups is not said in another.
 */
public final class Corrections {

    /** A colleague called this very answer to this very question wrong. */
    public static final Refusal WRONG = Refusal.by("", () -> new Words("同事说过这样答不对(!wrong)",
            "a colleague said that this answers it wrongly (!wrong)"));

    private static final String KEY = "wrong.";
    private static final String KIND = "wrong";
    private static final int MOST = 1000;

    /** The fingerprints of the questions, the newest last. */
    record Wrong(List<String> questions) {}

    private Corrections() {}

    /** Makes it known in the profile. */
    public static Action.Emit announce(String profile, String effect, String fingerprint) {
        return new Action.Emit(LaneId.ofProfile(profile), KIND, fingerprint + " " + effect);
    }

    /** Takes over what was announced; in the profile's own lane. */
    public static void learn(Event.Custom announced, ChatContext chat) {
        int end = announced.payload().indexOf(' ');
        if (!announced.kind().equals(KIND) || end < 0) {
            return;
        }
        String fingerprint = announced.payload().substring(0, end);
        String key = KEY + announced.payload().substring(end + 1);
        List<String> questions = new ArrayList<>(
                chat.memory().get(key, Wrong.class).map(Wrong::questions).orElse(List.of()));
        questions.remove(fingerprint);
        questions.add(fingerprint);
        chat.memory().put(key,
                new Wrong(List.copyOf(questions.subList(Math.max(0, questions.size() - MOST), questions.size()))));
    }

    /** Whether a colleague called this very answer to this very question wrong. */
    public static boolean isWrong(String effect, String fingerprint, ChatContext chat) {
        return chat.shared(KEY + effect, Wrong.class).filter(wrong -> wrong.questions().contains(fingerprint))
                .isPresent();
    }
}
