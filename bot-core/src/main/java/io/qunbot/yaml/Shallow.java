package io.qunbot.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Fields that stand beside the one they belong under, because their lines are not indented enough. */
final class Shallow {

    private final RecordShape shape;
    private final YamlMap map;
    /** Fields that have nothing under them only because it slipped out. */
    private final Set<String> emptied = new HashSet<>();

    Shallow(RecordShape shape, YamlMap map) {
        this.shape = shape;
        this.map = map;
    }

    /** Notes an unknown field that belongs under an empty one before it; false when there is no such field. */
    boolean note(YamlMap.Entry entry, Problems problems) {
        Optional<YamlMap.Entry> owner = owner(entry);
        if (owner.isEmpty()) {
            return false;
        }
        String above = owner.get().key().value();
        String key = entry.key().value();
        if (emptied.add(above)) {
            problems.error(Code.INDENT.id(), entry.key().place(),
                    new Words("缩进不够:“" + key + "” 要写在 “" + above + "” 里面",
                            "not indented enough: \"" + key + "\" belongs under \"" + above + "\""),
                    new Words("这一行和它下面的,前面各加两个空格", "put two more spaces before this line and what belongs to it"));
        }
        return true;
    }

    boolean isEmptied(RecordShape.Field field) {
        return field.keys().stream().anyMatch(emptied::contains);
    }

    private Optional<YamlMap.Entry> owner(YamlMap.Entry entry) {
        YamlMap.Entry owner = entry;
        for (YamlMap.Entry other : map.entries()) {
            if (other.key().place().equals(entry.key().place())) {
                break;
            }
            owner = other.value().isBlank() ? other : owner;
        }
        return !owner.equals(entry) && shape.field(owner.key().value())
                .filter(field -> keys(field.type()).contains(entry.key().value())).isPresent()
                        ? Optional.of(owner)
                        : Optional.empty();
    }

    private static Set<String> keys(Type type) {
        return switch (type) {
            case ParameterizedType generic -> keys(generic.getActualTypeArguments()[0]);
            case Class<?> plain when plain.isRecord() -> Set.copyOf(RecordShape.of(plain).keys());
            default -> Set.of();
        };
    }
}
