package io.qunbot.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Binds nodes to records: the type of a component decides what a scalar means. Every mistake is
 * noted, none is thrown. Not thread-safe.
 */
public final class Binder {

    private final Problems problems;
    private final Optional<Variables> variables;
    private final Companions companions;

    /** Binds without an environment: <code>${NAME}</code> is text. */
    public Binder(Problems problems) {
        this(problems, Companions.none());
    }

    /** @param companions the files that {@link Companion} fields may name */
    public Binder(Problems problems, Companions companions) {
        this.problems = problems;
        this.variables = Optional.empty();
        this.companions = companions;
    }

    public Binder(Problems problems, Function<String, Optional<String>> environment) {
        this.problems = problems;
        this.variables = Optional.of(new Variables(environment));
        this.companions = Companions.none();
    }

    /** The record; empty when anything in it was wrong. */
    public <T extends Record> Optional<T> bind(YamlNode node, Class<T> type) {
        return value(type, node, Words.NONE).map(type::cast);
    }

    /** A value, or empty when it was noted as wrong. */
    Optional<Object> value(Type type, YamlNode node, Words doc) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic, node, doc);
            case Class<?> plain -> plain(plain, node, doc);
            default -> throw new IllegalArgumentException("no field can be a " + type);
        };
    }

    private Optional<Object> generic(ParameterizedType type, YamlNode node, Words doc) {
        Type[] arguments = type.getActualTypeArguments();
        Type last = arguments[arguments.length - 1];
        if (type.getRawType() == Optional.class) {
            return isOff(last, node) ? Optional.of(Optional.empty()) : value(last, node, doc).map(Optional::of);
        }
        if (type.getRawType() == Located.class) {
            return value(last, node, doc).map(value -> new Located<>(value, node.place()));
        }
        if (type.getRawType() == Companion.class && last instanceof Class<?> content) {
            return companion(content.asSubclass(Record.class), node, doc);
        }
        if (type.getRawType() == List.class) {
            return list(last, node, doc);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return map(last, node, doc);
        }
        throw new IllegalArgumentException("no field can be a " + type);
    }

    /** Settings that may be left out can be switched off, too, where an heir has to do without them. */
    private static boolean isOff(Type type, YamlNode node) {
        if (type instanceof ParameterizedType located && located.getRawType() == Located.class) {
            return isOff(located.getActualTypeArguments()[0], node);
        }
        return type instanceof Class<?> plain && plain.isRecord() && !Scalars.isScalar(plain)
                && node instanceof YamlScalar scalar && !scalar.quoted() && Scalars.isNo(scalar.text());
    }

    private Optional<Object> companion(Class<? extends Record> content, YamlNode node, Words doc) {
        return node instanceof YamlScalar name && !name.isBlank()
                ? companions.bind(content, name, problems).map(found -> found)
                : wrongShape(node, new Words("这里要写一个文件名", "the name of a file is expected here"), doc);
    }

    private Optional<Object> list(Type type, YamlNode node, Words doc) {
        List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
        List<Object> values = new ArrayList<>();
        items.forEach(item -> value(type, item, doc).ifPresent(values::add));
        return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<Object> map(Type type, YamlNode node, Words doc) {
        if (!(node instanceof YamlMap map)) {
            return wrongShape(node, new Words("这里要写几个“字段: 内容”", "fields are expected here"), doc);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (YamlMap.Entry entry : map.entries()) {
            fieldValue(type, entry, Words.NONE).ifPresent(value -> values.put(entry.key().value(), value));
        }
        return values.size() == map.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private Optional<Object> plain(Class<?> type, YamlNode node, Words doc) {
        if (YamlNode.class.isAssignableFrom(type)) {
            return type.isInstance(node)
                    ? Optional.of(node)
                    : wrongShape(node, new Words("这里要写成另一种形状", "another shape is expected here"), doc);
        }
        if (type.isRecord() && node instanceof YamlMap map) {
            return new RecordBinding(this, problems).bind(RecordShape.of(type), map);
        }
        if (node instanceof YamlScalar scalar && Scalars.isScalar(type)) {
            return scalar(type, scalar);
        }
        Shorthand shorthand = type.getAnnotation(Shorthand.class);
        if (shorthand != null) {
            YamlMap.Entry meant = new YamlMap.Entry(new Located<>(shorthand.value(), node.place()), node);
            return plain(type, new YamlMap(List.of(meant), node.place()), doc);
        }
        return type.isRecord()
                ? wrongShape(node, RecordBinding.expected(RecordShape.of(type)), doc)
                : wrongShape(node,
                        new Words("这里只能写一个值,不能是列表或字段", "a single value is expected here, no list and no fields"), doc);
    }

    private Optional<Object> scalar(Class<?> type, YamlScalar scalar) {
        if (scalar.isBlank()) {
            problems.error(Code.EMPTY_VALUE.id(), scalar.place(), new Words("这里没有内容", "nothing is written here"),
                    new Words("写上内容,或者删掉这一项", "write something, or remove the item"));
            return Optional.empty();
        }
        Optional<String> text = variables.isEmpty()
                ? Optional.of(scalar.text())
                : variables.get().expand(scalar, problems);
        return text.flatMap(expanded -> parsed(type, expanded, scalar));
    }

    private Optional<Object> parsed(Class<?> type, String text, YamlScalar scalar) {
        try {
            return Optional.of(Scalars.value(type, text));
        } catch (Mistake mistake) {
            // what came out of the environment may be a secret: then the message names the field's own text
            boolean expanded = !text.equals(scalar.text());
            problems.error(Code.VALUE.id(), scalar.place(), expanded ? hidden(scalar) : mistake.message(),
                    mistake.help());
        } catch (Unavailable planned) {
            unavailable(planned.word(), scalar.place());
        }
        return Optional.empty();
    }

    private static Words hidden(YamlScalar scalar) {
        return new Words("“" + scalar.text() + "” 的值在这里不能用", "the value of \"" + scalar.text() + "\" will not do here");
    }

    /** The value of a field; nothing behind a field is a mistake unless the field takes any node. */
    Optional<Object> fieldValue(Type type, YamlMap.Entry entry, Words doc) {
        if (entry.value().isBlank() && type != YamlNode.class) {
            String key = entry.key().value();
            problems.error(Code.EMPTY_VALUE.id(), entry.key().place(),
                    new Words("“" + key + "” 后面没有内容", "nothing is written behind \"" + key + "\""),
                    new Words("写上内容,或者删掉这个字段", "write something, or remove the field"));
            return Optional.empty();
        }
        return value(type, entry.value(), doc);
    }

    void unavailable(String word, Place place) {
        problems.error(Code.PLANNED.id(), place,
                new Words("“" + word + "” 这个功能还没有提供", "\"" + word + "\" is not available yet"),
                new Words("先删掉它,以后的版本会有", "remove it for now: a later version will have it"));
    }

    /** What was perhaps meant as a text with a colon in it. */
    private static Optional<String> asText(YamlMap map) {
        return map.entries().size() == 1 && map.entries().getFirst().value() instanceof YamlScalar value
                && !value.quoted()
                        ? Optional.of(Edit.quoted(map.entries().getFirst().key().value() + ": " + value.text()))
                        : Optional.empty();
    }

    private Optional<Object> wrongShape(YamlNode node, Words expected, Words doc) {
        Optional<String> text = node instanceof YamlMap map ? asText(map) : Optional.empty();
        problems.error(Code.SHAPE.id(), node.place(), expected, text.isEmpty()
                ? doc
                : new Words("如果冒号是文字的一部分,加上引号: " + text.get(),
                        "if the colon is part of the text, quote it: " + text.get()));
        return Optional.empty();
    }
}
