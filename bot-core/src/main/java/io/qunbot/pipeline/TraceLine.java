package io.qunbot.pipeline;

import io.qunbot.plugin.Finding;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A line of a trace put into words: what people read, tools get and the store keeps.
 *
 * @param stage the plugin, or {@link #CORE}
 * @param kind of {@link Finding.Kind} in lower case, or {@code failed}
 * @param rule what it is about; may be empty
 * @param place where that is written, {@code rules/service.yaml:6:5}; may be empty
 * @param cause where the value is written that decided; may be empty
 * @param about the earlier event that it is about, {@code channel/id}; empty for the one that is dealt with
 */
public record TraceLine(String stage, String kind, String rule, String place, String cause, String about, String zh,
        String en, Map<String, Double> numbers) {

    /** The stage of what no plugin found. */
    public static final String CORE = "core";

    private static final String FAILED = "failed";

    public TraceLine {
        numbers = Map.copyOf(numbers);
    }

    static TraceLine of(Note note) {
        return of(note, note.failure() ? FAILED : name(note.finding().kind()));
    }

    /** What the core itself found. */
    public static TraceLine of(Finding finding) {
        return of(new Note(CORE, finding, false), name(finding.kind()));
    }

    private static TraceLine of(Note note, String kind) {
        Finding finding = note.finding();
        Words words = note.words();
        String about = Optional.ofNullable(finding.about()).map(id -> id.channel() + "/" + id.key()).orElse("");
        String place = finding.place() == null ? "" : finding.place().toString();
        return new TraceLine(note.plugin(), kind, finding.subject(), place,
                note.cause().map(Object::toString).filter(cause -> !cause.equals(place)).orElse(""), about,
                words.zh(), words.en(), finding.numbers());
    }

    private static String name(Finding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The same with its sentences changed. */
    public TraceLine told(UnaryOperator<String> change) {
        return new TraceLine(stage, kind, rule, place, cause, about, change.apply(zh), change.apply(en), numbers);
    }

    public boolean is(Finding.Kind other) {
        return kind.equals(name(other));
    }

    /** Whether the stage failed rather than spoke. */
    public boolean isFailure() {
        return kind.equals(FAILED);
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
