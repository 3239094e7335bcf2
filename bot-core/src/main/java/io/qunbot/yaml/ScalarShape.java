package io.qunbot.yaml;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a value type says about the way it is written: the one reading of {@link Written}, and of an enum's
 * {@link Key} and {@link Doc}, for everything that describes the language.
 *
 * @param kind what it is when nothing more is said
 * @param pattern what the whole text looks like, for Java and JavaScript; empty for any text
 * @param words what may be written besides
 * @param choices all there is to choose from; empty when it is no enum
 * @param help what the type itself says to a text that makes no sense
 */
public record ScalarShape(Class<?> type, Kind kind, String pattern, List<String> words, List<String> examples,
        List<Choice> choices, Words help) {

    /** What a value is, as far as JSON tells values apart. */
    public enum Kind {
        TEXT,
        TRUTH,
        WHOLE,
        NUMBER
    }

    /**
     * A constant of an enum.
     *
     * @param keys the names it goes by, the one we write first
     */
    public record Choice(List<String> keys, Words doc) {

        public Choice {
            keys = List.copyOf(keys);
        }
    }

    private static final String TIME = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";
    private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private static final String WHOLE = "[+-]?[0-9]+";
    private static final String NUMBER = "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?";
    /** The words for yes and no, in any case. */
    private static final String TRUTH = "[Tt][Rr][Uu][Ee]|[Oo][Nn]|[Yy][Ee][Ss]|是|[Ff][Aa][Ll][Ss][Ee]|[Oo][Ff][Ff]|[Nn][Oo]|否";

    private static final Map<Class<?>, ScalarShape> KNOWN = Map.ofEntries(
            known(String.class, Kind.TEXT, ""),
            known(int.class, Kind.WHOLE, WHOLE), known(Integer.class, Kind.WHOLE, WHOLE),
            known(long.class, Kind.WHOLE, WHOLE), known(Long.class, Kind.WHOLE, WHOLE),
            known(double.class, Kind.NUMBER, NUMBER), known(Double.class, Kind.NUMBER, NUMBER),
            known(boolean.class, Kind.TRUTH, TRUTH), known(Boolean.class, Kind.TRUTH, TRUTH),
            Map.entry(Duration.class, new ScalarShape(Duration.class, Kind.TEXT, Durations.PATTERN, List.of("0"),
                    List.of("30s", "10m", "2h", "1d", "1h30m"), List.of(), help(Duration.class))),
            known(LocalDate.class, Kind.TEXT, DATE, "2026-12-16"),
            known(LocalDateTime.class, Kind.TEXT, DATE + " " + TIME, "2026-12-16 18:00"),
            known(LocalTime.class, Kind.TEXT, TIME, "08:30"),
            known(ZoneId.class, Kind.TEXT, "[A-Za-z+-][A-Za-z0-9~/._:+-]*", "Asia/Shanghai"));

    public ScalarShape {
        words = List.copyOf(words);
        examples = List.copyOf(examples);
        choices = List.copyOf(choices);
    }

    /** The shape of a type that a scalar can be; empty for any other. */
    public static Optional<ScalarShape> of(Class<?> type) {
        ScalarShape known = KNOWN.get(type);
        if (known != null || !Scalars.isScalar(type)) {
            return Optional.ofNullable(known);
        }
        return Optional.of(type.isEnum() ? ofEnum(type) : ofValue(type));
    }

    private static Map.Entry<Class<?>, ScalarShape> known(Class<?> type, Kind kind, String pattern,
            String... examples) {
        return Map.entry(type,
                new ScalarShape(type, kind, pattern, List.of(), List.of(examples), List.of(), help(type)));
    }

    private static ScalarShape ofEnum(Class<?> type) {
        List<Choice> choices = Arrays.stream(type.getFields()).filter(Field::isEnumConstant)
                .filter(constant -> Scalars.isWritten(type, constant.getName())).map(ScalarShape::choice).toList();
        return new ScalarShape(type, Kind.TEXT, "", List.of(), List.of(), choices, help(type));
    }

    private static Choice choice(Field constant) {
        Doc doc = constant.getAnnotation(Doc.class);
        return new Choice(RecordShape.keysOf(constant, constant.getName().toLowerCase(Locale.ROOT)),
                doc == null ? Words.NONE : new Words(doc.zh(), doc.en()));
    }

    private static ScalarShape ofValue(Class<?> type) {
        Written written = type.getAnnotation(Written.class);
        return written == null
                ? new ScalarShape(type, Kind.TEXT, "", List.of(), List.of(), List.of(), help(type))
                : new ScalarShape(type, Kind.TEXT, written.pattern(), List.of(written.words()),
                        List.of(written.examples()), List.of(), help(type));
    }

    /** The type is asked to read nonsense, and what it answers is its own advice. */
    private static Words help(Class<?> type) {
        try {
            Scalars.value(type, "?");
            return Words.NONE;
        } catch (Mistake mistake) {
            return mistake.help();
        }
    }

    /** What the type is, when it says so. */
    public Words doc() {
        Doc doc = type.getAnnotation(Doc.class);
        return doc == null ? Words.NONE : new Words(doc.zh(), doc.en());
    }
}
