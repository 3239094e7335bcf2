package io.qunbot.plugin;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * What a colleague answered to words that a stage on a member's lane told them: the stage judges the words itself, by
 * {@link Action.Judge}, once it knows what the answer means.
 *
 * @param words their number
 * @param by the colleague's account
 * @param note what they added, such as a reason; may be empty
 */
public record Answer(long words, Verdict verdict, String note, String by) {

    /** The kind of event that carries it. */
    public static final String KIND = "answer";

    /** The rule by which a colleague hears at once what came of it: nothing that they have to do. */
    public static final String RECEIPT = "answered";
    /** Between a verdict and what is noted with it, in the key of a button. */
    public static final char WHY = ':';

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** The answer that an event carries; empty when it carries none. */
    public static Optional<Answer> of(Event event) {
        return event instanceof Event.Custom custom && custom.kind().equals(KIND)
                ? Optional.of(GSON.fromJson(custom.payload(), Answer.class))
                : Optional.empty();
    }

    /** What a colleague answers to a stage on a member's lane. */
    public static Answer of(Action.Forward forward) {
        return new Answer(forward.words(), forward.verdict(), forward.note(), forward.by().value());
    }

    /** What a button says when it is pressed, so that the stage gets this answer. */
    public static String key(Verdict verdict, String note) {
        String name = verdict.name().toLowerCase(Locale.ROOT);
        return note.isEmpty() ? name : name + WHY + note;
    }

    public String json() {
        return GSON.toJson(this);
    }

    public MemberId colleague() {
        return new MemberId(by);
    }

    /** What becomes of the words. */
    public Action judged(Verdict verdict) {
        return new Action.Judge(words, verdict, note);
    }
}
