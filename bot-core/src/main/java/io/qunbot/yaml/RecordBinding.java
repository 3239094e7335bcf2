package io.qunbot.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the fields of one map to the components of one record. */
final class RecordBinding {

    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            return constructor(type);
        }
    };

    private final Binder binder;
    private final Problems problems;

    RecordBinding(Binder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    Optional<Object> bind(RecordShape shape, YamlMap map) {
        Shallow shallow = new Shallow(shape, map);
        YamlMap meant = meant(shape, map);
        map.entries().stream().filter(entry -> shape.field(entry.key().value()).isEmpty())
                .filter(entry -> !shallow.note(entry, problems))
                .forEach(entry -> unknown(shape, entry));
        List<Object> values = new ArrayList<>();
        for (RecordShape.Field field : shape.fields()) {
            if (!shallow.isEmptied(field)) {
                component(field, meant).ifPresent(values::add);
            }
        }
        return values.size() == shape.fields().size() ? create(shape.type(), values, map.place()) : Optional.empty();
    }

    /** A misspelled field is read as the one it was meant to be, when that is not there, so that nobody misses it. */
    private static YamlMap meant(RecordShape shape, YamlMap map) {
        List<String> absent = shape.keys().stream().filter(key -> map.entry(key).isEmpty()).toList();
        return new YamlMap(map.entries().stream().map(entry -> {
            String key = entry.key().value();
            Optional<String> near = shape.field(key).isPresent() || shape.planned().contains(key)
                    || shape.beneath(key).isPresent() || shape.instead(key).isPresent()
                            ? Optional.empty()
                            : Nearest.to(key, absent);
            return near.map(name -> new YamlMap.Entry(new Located<>(name, entry.key().place()), entry.value()))
                    .orElse(entry);
        }).toList(), map.place());
    }

    private void unknown(RecordShape shape, YamlMap.Entry entry) {
        String key = entry.key().value();
        if (shape.planned().contains(key)) {
            binder.unavailable(key, entry.key().place());
            return;
        }
        Optional<Words> instead = shape.instead(key);
        if (instead.isPresent()) {
            problems.error(Code.RETIRED.id(), entry.key().place(), new Words("“" + key + "” 换了写法",
                    "\"" + key + "\" is written another way now"), instead.get());
            return;
        }
        Optional<String> under = shape.beneath(key);
        if (under.isPresent()) {
            problems.error(Code.UNKNOWN_FIELD.id(), entry.key().place(),
                    new Words("“" + key + "” 不写在这一层", "\"" + key + "\" does not belong here"),
                    new Words("写到 " + under.get() + ": 下面,整段缩进两格:" + under.get() + ": → 下一行 “  " + key + ": …”",
                            "write it under " + under.get() + ":, all of it two columns further in: " + under.get()
                                    + ": and in the next line '  " + key + ": …'"));
            return;
        }
        if (key.equals("<<")) {
            problems.error(Code.UNKNOWN_FIELD.id(), entry.key().place(),
                    new Words("这里不支持 YAML 的合并写法 “<<”", "YAML's merging with '<<' is not supported"),
                    new Words("把那几行直接写出来;几份配置共用的,用 extends 继承",
                            "write the fields out; what profiles share goes into one that they extend"));
            return;
        }
        problems.error(Code.UNKNOWN_FIELD.id(), entry.key().place(),
                new Words("不认识的字段 “" + key + "”", "unknown field \"" + key + "\""),
                entry.value().isBlank() ? cutText(key, shape) : Nearest.help(key, shape.keys()));
    }

    /** In brackets a comma ends a text, and what follows looks like a field without a value. */
    private static Words cutText(String key, RecordShape shape) {
        Words help = Nearest.help(key, shape.keys());
        return Nearest.to(key, shape.keys()).isPresent()
                ? help
                : new Words("如果它是前面那句话的后半句,给整句加英文双引号。" + help.zh(),
                        "if it continues the text before the comma, put the whole text in quotes; " + help.en());
    }

    private Optional<Object> component(RecordShape.Field field, YamlMap map) {
        List<YamlMap.Entry> written = map.entries().stream()
                .filter(entry -> field.keys().contains(entry.key().value()))
                .toList();
        if (written.isEmpty()) {
            return absent(field, map);
        }
        if (written.size() > 1) {
            twice(written);
            return Optional.empty();
        }
        return binder.fieldValue(field.type(), written.getFirst(), field.doc().orElse(Words.NONE));
    }

    private void twice(List<YamlMap.Entry> written) {
        String first = written.get(0).key().value();
        String second = written.get(1).key().value();
        problems.error(Code.DUPLICATE.id(), written.get(1).key().place(),
                new Words("“" + second + "” 和 “" + first + "” 是同一个字段",
                        "\"" + second + "\" and \"" + first + "\" are the same field"),
                new Words("删掉一个", "remove one of them"));
    }

    private Optional<Object> absent(RecordShape.Field field, YamlMap map) {
        if (field.fallback().isPresent()) {
            return binder.value(field.type(), new YamlScalar(field.fallback().get(), true, map.place()), Words.NONE);
        }
        Type raw = field.type() instanceof ParameterizedType generic ? generic.getRawType() : field.type();
        if (raw == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (raw == List.class) {
            return Optional.of(List.of());
        }
        if (raw == Map.class) {
            return Optional.of(Map.of());
        }
        return raw == boolean.class ? Optional.of(false) : missing(field, map);
    }

    private Optional<Object> missing(RecordShape.Field field, YamlMap map) {
        problems.error(Code.MISSING_FIELD.id(), map.place(),
                new Words("缺少字段 “" + field.key() + "”", "missing field \"" + field.key() + "\""),
                field.doc().orElse(new Words("在这里写上 " + field.key() + ": …", "write " + field.key() + ": … here")));
        return Optional.empty();
    }

    private Optional<Object> create(Class<?> type, List<Object> values, Place place) {
        try {
            return Optional.of(CONSTRUCTORS.get(type).newInstance(values.toArray()));
        } catch (InvocationTargetException refused) {
            Mistake mistake = Scalars.mistake(refused);
            problems.error(Code.VALUE.id(), place, mistake.message(), mistake.help());
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException("cannot create " + type, impossible);
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException("cannot create " + type, impossible);
        }
    }

    static Words expected(RecordShape shape) {
        String keys = String.join(", ", shape.keys());
        return new Words("这里要写成字段: " + keys, "fields are expected here: " + keys);
    }
}
