package io.qunbot.profile;

import io.qunbot.plugin.Plugin;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.RecordShape;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an effective profile as YAML, line by line, with what its writers left to the defaults. */
public final class EffectiveLines {

    /**
     * A line.
     *
     * @param depth how far it is indented
     * @param text such as {@code cooldown: 2m}
     * @param path such as {@code plugins.reply.rules[human].say}
     * @param value the text or the short list in it; empty where a map or a list begins or a text goes on
     * @param place where it is written; empty for a default that nobody wrote, and where a text goes on
     */
    public record Line(int depth, String text, String path, Optional<YamlNode> value, Optional<Place> place) {

        /** Whether nobody wrote it. */
        public boolean isDefault() {
            return value.isPresent() && place.isEmpty();
        }
    }

    /** A short list of short texts is easier to read on one line. */
    private static final int SHORT = 60;
    private static final String DASH = "- ";
    private static final String PLUGINS = "plugins.";

    private final Map<String, Plugin<?>> plugins;
    private final List<Line> lines = new ArrayList<>();

    private EffectiveLines(Map<String, Plugin<?>> plugins) {
        this.plugins = plugins;
    }

    /** @param plugins by their names: they know the defaults of their settings */
    public static List<Line> of(Effective effective, Map<String, Plugin<?>> plugins) {
        EffectiveLines writer = new EffectiveLines(plugins);
        writer.fields(0, "", effective.tree(), Optional.of(ProfileSettings.class));
        return List.copyOf(writer.lines);
    }

    /** The fields that are written, and those of the type that nobody wrote; a profile's own in their usual order. */
    private void fields(int depth, String path, YamlMap map, Optional<Class<?>> type) {
        List<YamlMap.Entry> entries = new ArrayList<>(map.entries());
        type.filter(ProfileSettings.class::equals).map(known -> RecordShape.of(known).keys())
                .ifPresent(usual -> entries.sort(Comparator.comparingInt(entry -> usual.indexOf(entry.key().value()))));
        for (YamlMap.Entry entry : entries) {
            boolean plugin = path.equals(PLUGINS);
            entry(depth, "", path, entry, plugin ? settings(entry) : type.flatMap(known -> field(known, entry)));
        }
        type.ifPresent(known -> defaults(depth, path, map, known));
    }

    private Optional<Class<?>> settings(YamlMap.Entry entry) {
        return Optional.ofNullable(plugins.get(entry.key().value())).<Class<?>>map(Plugin::settingsType);
    }

    /** The record that a field is bound to, unless there may be several of them. */
    private static Optional<Class<?>> field(Class<?> type, YamlMap.Entry entry) {
        return RecordShape.of(type).field(entry.key().value()).<Class<?>>map(field -> single(field.type()))
                .filter(Class::isRecord).filter(inner -> inner != YamlMap.class);
    }

    private static Class<?> single(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType some when some.getRawType() == Optional.class
                    || some.getRawType() == Located.class ->
                single(some.getActualTypeArguments()[0]);
            default -> Object.class;
        };
    }

    private void defaults(int depth, String path, YamlMap written, Class<?> type) {
        for (RecordShape.Field field : RecordShape.of(type).fields()) {
            if (field.fallback().isPresent() && field.keys().stream().noneMatch(key -> written.get(key).isPresent())) {
                String value = field.fallback().get();
                lines.add(new Line(depth, field.key() + ": " + value, path + field.key(),
                        Optional.of(new YamlScalar(value, false, written.place())), Optional.empty()));
            }
        }
    }

    /** @param dash what stands before the key: the first field of an item has the item's dash */
    private void entry(int depth, String dash, String path, YamlMap.Entry entry, Optional<Class<?>> type) {
        String key = entry.key().value();
        Place place = entry.key().place();
        boolean on = path.equals(PLUGINS) && Merge.isOn(entry.value());
        node(depth, dash + key + ":", path + key, entry.value(), place, type);
        if (on) {
            type.ifPresent(known -> defaults(depth + 1, path + key + ".", new YamlMap(List.of(), place), known));
        }
    }

    private void node(int depth, String head, String path, YamlNode node, Place place,
            Optional<Class<?>> type) {
        switch (node) {
            case YamlScalar scalar -> scalar(depth, head, path, scalar);
            case YamlList list when isShort(list) -> {
                String flow = list.items().stream().map(item -> quoted((YamlScalar) item))
                        .collect(Collectors.joining(", ", " [", "]"));
                lines.add(new Line(depth, head + flow, path, Optional.of(list), Optional.of(list.place())));
            }
            case YamlList list -> {
                begin(depth, head, path, place);
                int number = 0;
                for (YamlNode item : list.items()) {
                    item(depth + 1, path + "[" + name(item, ++number) + "]", item);
                }
            }
            case YamlMap map when map.entries().isEmpty() ->
                lines.add(new Line(depth, head + " {}", path, Optional.of(map), Optional.of(place)));
            case YamlMap map -> {
                begin(depth, head, path, place);
                fields(depth + 1, path + ".", map, type);
            }
        }
    }

    private void item(int depth, String path, YamlNode item) {
        if (!(item instanceof YamlMap map) || map.entries().isEmpty()) {
            node(depth, "-", path, item, item.place(), Optional.empty());
            return;
        }
        entry(depth, DASH, path + ".", map.entries().getFirst(), Optional.empty());
        map.entries().stream().skip(1)
                .forEach(entry -> entry(depth + 1, "", path + ".", entry, Optional.empty()));
    }

    private void begin(int depth, String head, String path, Place place) {
        lines.add(new Line(depth, head, path, Optional.empty(), Optional.of(place)));
    }

    private void scalar(int depth, String head, String path, YamlScalar scalar) {
        List<String> text = scalar.text().strip().lines().toList();
        boolean block = text.size() > 1;
        lines.add(new Line(depth, head + " " + (block ? "|" : quoted(scalar)), path, Optional.of(scalar),
                Optional.of(scalar.place())));
        if (block) {
            text.forEach(line -> lines.add(new Line(depth + 1, line, "", Optional.empty(), Optional.empty())));
        }
    }

    private static String quoted(YamlScalar scalar) {
        String text = scalar.text().strip();
        return scalar.quoted() ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : text;
    }

    private static boolean isShort(YamlList list) {
        return list.items().stream().allMatch(
                item -> item instanceof YamlScalar scalar && scalar.place().line() == list.place().line())
                && list.items().stream().mapToInt(item -> ((YamlScalar) item).text().length() + 2).sum() <= SHORT;
    }

    private static String name(YamlNode item, int number) {
        return item instanceof YamlMap map && map.get("id").orElse(null) instanceof YamlScalar id
                ? id.text()
                : String.valueOf(number);
    }
}
