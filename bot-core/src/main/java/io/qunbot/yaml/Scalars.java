package io.qunbot.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns the text of a scalar into a value of the type that the field wants. */
final class Scalars {

    private static final Set<String> TRUE = Set.of("true", "on", "yes", "是");
    private static final Set<String> FALSE = Set.of("false", "off", "no", "否");

    private static final DateTimeFormatter TIME = format("H:mm[:ss]");
    private static final DateTimeFormatter DATE = format("uuuu-MM-dd");
    private static final DateTimeFormatter DATE_TIME = format("uuuu-MM-dd H:mm[:ss]");

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(int.class, text -> number(text, Integer::valueOf)),
            Map.entry(Integer.class, text -> number(text, Integer::valueOf)),
            Map.entry(long.class, text -> number(text, Long::valueOf)),
            Map.entry(Long.class, text -> number(text, Long::valueOf)),
            Map.entry(double.class, Scalars::decimal),
            Map.entry(Double.class, Scalars::decimal),
            Map.entry(boolean.class, Scalars::truth),
            Map.entry(Boolean.class, Scalars::truth),
            Map.entry(Duration.class, Durations::parse),
            Map.entry(LocalDate.class, text -> time(text, "2026-12-16", it -> LocalDate.parse(it, DATE))),
            Map.entry(LocalDateTime.class,
                    text -> time(text, "\"2026-12-16 18:00\"", it -> LocalDateTime.parse(it, DATE_TIME))),
            Map.entry(LocalTime.class, text -> time(text, "\"08:30\"", it -> LocalTime.parse(it, TIME))),
            Map.entry(ZoneId.class, text -> time(text, "Asia/Shanghai", ZoneId::of)));

    /** What reads a value type of a plugin's. */
    private static final ClassValue<Optional<Method>> PARSE = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return findParser(type);
        }
    };

    private Scalars() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @throws Mistake when the text makes no sense for the type
     * @throws IllegalArgumentException when the type is none that a scalar can be
     */
    static Object value(Class<?> type, String text) {
        Function<String, Object> parser = PARSERS.get(type);
        if (parser != null) {
            return parser.apply(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        Method parse = parser(type).orElseThrow(() -> new IllegalArgumentException("no field can be a " + type));
        return parsed(parse, text);
    }

    /** Whether this is one of the words for no. */
    static boolean isNo(String text) {
        return FALSE.contains(text.toLowerCase(Locale.ROOT));
    }

    static boolean isScalar(Class<?> type) {
        return PARSERS.containsKey(type) || type.isEnum() || parser(type).isPresent();
    }

    static Optional<Method> parser(Class<?> type) {
        return PARSE.get(type);
    }

    private static Optional<Method> findParser(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("parse") && Modifier.isStatic(method.getModifiers()))
                .filter(method -> type.isAssignableFrom(method.getReturnType()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[]{String.class}))
                .findFirst();
    }

    private static Object parsed(Method parse, String text) {
        try {
            parse.trySetAccessible();
            return parse.invoke(null, text);
        } catch (InvocationTargetException failed) {
            throw mistake(failed);
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(parse + " must be public", hidden);
        }
    }

    /** What a constructor or {@code parse} threw, as a mistake of the operator; errors go on. */
    static Mistake mistake(InvocationTargetException thrown) {
        return switch (thrown.getCause()) {
            case Mistake mistake -> mistake;
            case Error error -> throw error;
            case RuntimeException wrong -> {
                String reason = String.valueOf(wrong.getMessage());
                yield new Mistake(new Words("内容不合要求: " + reason, reason), Words.NONE);
            }
            case null, default -> throw new IllegalStateException(thrown);
        };
    }

    private static Object constant(Class<?> type, String text) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            List<String> keys = keys(type, (Enum<?>) constant);
            if (!isWritten(type, ((Enum<?>) constant).name())) {
                continue;
            }
            if (keys.contains(text)) {
                return constant;
            }
            names.add(keys.getFirst());
        }
        if (RecordShape.plannedOf(type).contains(text)) {
            throw new Unavailable(text);
        }
        Words help = Nearest.help(text, names);
        Words choice = Nearest.choice(names);
        throw new Mistake(new Words("没有 “" + text + "” 这个选项", "\"" + text + "\" is no choice here"),
                help.equals(choice) ? choice : new Words(help.zh() + " " + choice.zh(), help.en() + " " + choice.en()));
    }

    /** Whether operators write a constant: all of them, unless the enum's {@code written()} says which. */
    static boolean isWritten(Class<?> type, String constant) {
        try {
            Method written = type.getMethod("written");
            return ((Collection<?>) written.invoke(null)).stream()
                    .anyMatch(each -> ((Enum<?>) each).name().equals(constant));
        } catch (NoSuchMethodException all) {
            return true;
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(type + ".written() must be public and static", hidden);
        }
    }

    private static List<String> keys(Class<?> type, Enum<?> constant) {
        try {
            return RecordShape.keysOf(type.getField(constant.name()), constant.name().toLowerCase(Locale.ROOT));
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return TRUE.contains(word);
        }
        throw new Mistake(new Words("“" + text + "” 不是“是”或“否”", "\"" + text + "\" is neither true nor false"),
                new Words("写 true 或 false(on/off、yes/no、是/否 也行)", "write true or false (on/off and yes/no will do)"));
    }

    private static Object number(String text, Function<String, Object> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException wrong) {
            throw new Mistake(new Words("“" + text + "” 不是整数", "\"" + text + "\" is no whole number"),
                    new Words("写一个整数,例如 10", "write a whole number, such as 10"));
        }
    }

    private static Object decimal(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            // falls through to the one message for both
        }
        throw new Mistake(new Words("“" + text + "” 不是数字", "\"" + text + "\" is no number"),
                new Words("写一个数字,例如 0.7", "write a number, such as 0.7"));
    }

    private static Object time(String text, String example, Function<String, Object> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException wrong) {
            throw new Mistake(new Words("读不懂 “" + text + "”", "cannot make sense of \"" + text + "\""),
                    new Words("照这样写: " + example, "write it like this: " + example));
        }
    }
}
