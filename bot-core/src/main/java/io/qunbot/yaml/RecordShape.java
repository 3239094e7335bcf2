package io.qunbot.yaml;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a record says about the fields it is made of: the one reading of {@link Key},
 * {@link Default}, {@link Doc} and {@link Planned} for binding and for everything that describes the
 * language.
 *
 * @param planned fields that the language has and this version does not
 */
public record RecordShape(Class<?> type, List<Field> fields, Set<String> planned) {

    /** What stands for nothing by itself when it is not written. */
    private static final Set<Type> OPTIONAL = Set.of(Optional.class, List.class, Map.class, boolean.class);

    /** Reflection is slow, and a large file binds the same few records thousands of times. */
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            List<Field> fields = Arrays.stream(type.getRecordComponents()).map(RecordShape::field).toList();
            return new RecordShape(type, fields, plannedOf(type));
        }
    };

    /**
     * One component.
     *
     * @param keys the names it goes by, the one we write first
     * @param fallback the scalar that stands for it when it is absent
     */
    public record Field(List<String> keys, Type type, Optional<String> fallback, Optional<Words> doc) {

        public Field {
            keys = List.copyOf(keys);
        }

        public String key() {
            return keys.getFirst();
        }

        /** Whether a file without this field is wrong. */
        public boolean isRequired() {
            Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
            return fallback.isEmpty() && !OPTIONAL.contains(raw);
        }
    }

    public RecordShape {
        fields = List.copyOf(fields);
        planned = Set.copyOf(planned);
    }

    public static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** Under which other field of this record a field belongs that is not its own; empty for none. */
    Optional<String> beneath(String key) {
        Beneath beneath = type.getAnnotation(Beneath.class);
        return beneath != null && List.of(beneath.fields()).contains(key)
                ? Optional.of(beneath.under())
                : Optional.empty();
    }

    /** What is written instead of a field that the language once had; empty for any other. */
    Optional<Words> instead(String key) {
        Retired retired = type.getAnnotation(Retired.class);
        return retired == null
                ? Optional.empty()
                : Arrays.stream(retired.value()).filter(field -> field.name().equals(key)).findFirst()
                        .map(field -> new Words(field.zh(), field.en()));
    }

    static Set<String> plannedOf(Class<?> type) {
        Planned planned = type.getAnnotation(Planned.class);
        return planned == null ? Set.of() : Set.of(planned.value());
    }

    /** The names of an enum constant, the one we write first. */
    static List<String> keysOf(AnnotatedElement element, String name) {
        Key key = element.getAnnotation(Key.class);
        return key == null ? List.of(name) : List.of(key.value());
    }

    private static Field field(RecordComponent component) {
        Default fallback = component.getAnnotation(Default.class);
        Doc doc = component.getAnnotation(Doc.class);
        return new Field(keysOf(component, component.getName()), component.getGenericType(),
                Optional.ofNullable(fallback).map(Default::value),
                Optional.ofNullable(doc).map(words -> new Words(words.zh(), words.en())));
    }

    /** The names we write, in order. */
    public List<String> keys() {
        return fields.stream().map(Field::key).toList();
    }

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.keys().contains(key)).findFirst();
    }
}
