package io.qunbot.yaml.schema;

import io.qunbot.yaml.Companion;
import io.qunbot.yaml.ScalarShape;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in a few words what may be written for a value of some type. */
final class TypeWords {

    private static final Map<Class<?>, Words> KNOWN = Map.ofEntries(
            Map.entry(boolean.class, new Words("`true`、`false`", "`true`, `false`")),
            Map.entry(int.class, new Words("整数", "whole number")),
            Map.entry(long.class, new Words("整数", "whole number")),
            Map.entry(Double.class, new Words("数字", "number")),
            Map.entry(double.class, new Words("数字", "number")),
            Map.entry(Duration.class, new Words("时长", "duration")),
            Map.entry(LocalDate.class, new Words("日期", "date")),
            Map.entry(LocalTime.class, new Words("钟点", "time of day")),
            Map.entry(LocalDateTime.class, new Words("日期和钟点", "date and time")),
            Map.entry(ZoneId.class, new Words("时区", "time zone")),
            Map.entry(YamlMap.class, new Words("字段", "fields")));
    private static final Words TEXT = new Words("文字", "text");
    private static final Words FIELDS = new Words("字段,见下", "fields, see below");

    private TypeWords() {}

    static Words of(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return plain((Class<?>) type);
        }
        Type[] arguments = generic.getActualTypeArguments();
        Words last = of(arguments[arguments.length - 1]);
        return switch (generic.getRawType()) {
            case Class<?> raw when raw == List.class -> new Words("一个或几个" + last.zh(), "one or several: " + last.en());
            case Class<?> raw when raw == Map.class -> new Words("名字: " + last.zh(), "name: " + last.en());
            case Class<?> raw when raw == Companion.class -> new Words("文件名", "name of a file");
            default -> last;
        };
    }

    private static Words plain(Class<?> type) {
        Words known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        Optional<ScalarShape> scalar = ScalarShape.of(type);
        if (scalar.isEmpty()) {
            return YamlNode.class.isAssignableFrom(type) ? new Words("设置", "settings") : FIELDS;
        }
        Words words = scalar.get().choices().isEmpty() ? text(scalar.get()) : choices(scalar.get().choices());
        return type.isRecord()
                ? new Words(words.zh() + ",或" + FIELDS.zh(), words.en() + ", or " + FIELDS.en())
                : words;
    }

    private static Words text(ScalarShape shape) {
        String examples = shape.examples().stream().limit(1).map(text -> " `" + text + "`")
                .collect(Collectors.joining());
        return new Words(TEXT.zh() + examples, TEXT.en() + examples);
    }

    private static Words choices(List<ScalarShape.Choice> choices) {
        List<String> keys = choices.stream().map(choice -> "`" + choice.keys().getFirst() + "`").toList();
        return new Words(String.join("、", keys), String.join(", ", keys));
    }

    /** The type inside of what only says how often it comes, and where it stands. */
    static Type inner(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() != Companion.class
                ? inner(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
                : type;
    }
}
