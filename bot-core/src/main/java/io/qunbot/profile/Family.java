package io.qunbot.profile;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All the files of a book and who extends whom. */
final class Family {

    /** What a child does not take over: these say who a profile is, not what it does. */
    private static final Set<String> OWN = Set.of("profile", "extends", "abstract", "groups");

    private final List<Sheet> sheets;
    private final Map<String, Sheet> byId = new LinkedHashMap<>();
    private final Set<Sheet> circles = new HashSet<>();

    Family(List<Sheet> sheets) {
        this.sheets = List.copyOf(sheets);
        sheets.forEach(this::register);
        sheets.forEach(this::checkParent);
        sheets.forEach(this::checkCircle);
    }

    private void register(Sheet sheet) {
        Sheet first = byId.putIfAbsent(sheet.id(), sheet);
        if (first == null || sheet.tree().isEmpty()) {
            return;
        }
        Sheet.text(sheet.tree().get(), "profile")
                .ifPresent(id -> sheet.problems().error(ProfileCode.DUPLICATE_ID.id(), id.place(),
                        new Words("代号 “" + id.value() + "” 已经被 " + first.file() + " 用了",
                                "the id \"" + id.value() + "\" is taken by " + first.file()),
                        new Words("换一个代号", "choose another id")));
    }

    private void checkParent(Sheet sheet) {
        sheet.parent().filter(parent -> !byId.containsKey(parent.value()))
                .ifPresent(parent -> sheet.problems().error(ProfileCode.UNKNOWN_PARENT.id(), parent.place(),
                        new Words("没有 “" + parent.value() + "” 这份配置", "there is no profile \"" + parent.value() + "\""),
                        Nearest.help(parent.value(), byId.keySet())));
    }

    /** A circle is named once, at its first file; all of its files are out. */
    private void checkCircle(Sheet sheet) {
        List<Sheet> line = line(sheet);
        Sheet last = line.getLast();
        if (circles.contains(sheet) || parentOf(last).filter(sheet::equals).isEmpty()) {
            return;
        }
        circles.addAll(line);
        String round = String.join(" → ", line.stream().map(Sheet::id).toList()) + " → " + sheet.id();
        sheet.problems().error(ProfileCode.CIRCLE.id(), sheet.parent().orElseThrow().place(),
                new Words("互相继承: " + round, "they extend each other: " + round),
                new Words("去掉其中一个 extends", "remove one of the extends"));
    }

    List<Sheet> sheets() {
        return sheets;
    }

    private Optional<Sheet> parentOf(Sheet sheet) {
        return sheet.parent().map(Located::value).flatMap(id -> Optional.ofNullable(byId.get(id)));
    }

    /** The sheet, its parent and so on, as far as nobody comes twice. */
    private List<Sheet> line(Sheet sheet) {
        List<Sheet> line = new ArrayList<>(List.of(sheet));
        Optional<Sheet> parent = parentOf(sheet);
        while (parent.isPresent() && !line.contains(parent.get())) {
            line.add(parent.get());
            parent = parentOf(parent.get());
        }
        return line;
    }

    /** The sheets that a profile is made of, besides its own, nearest first. */
    List<Sheet> ancestors(Sheet sheet) {
        List<Sheet> line = line(sheet);
        return line.subList(1, line.size());
    }

    boolean isInCircle(Sheet sheet) {
        return circles.contains(sheet);
    }

    /** A file that can be read, with all that it inherits. */
    YamlMap effective(Sheet sheet, Problems problems) {
        YamlMap tree = new YamlMap(List.of(), sheet.tree().map(YamlMap::place).orElseThrow());
        for (Sheet ancestor : ancestors(sheet).reversed()) {
            Optional<YamlMap> map = ancestor.tree();
            tree = map.isEmpty() ? tree : new Merge(new Problems()).maps(tree, handedDown(map.get()));
        }
        return new Merge(problems).maps(tree, sheet.tree().orElseThrow());
    }

    private static YamlMap handedDown(YamlMap map) {
        return new YamlMap(map.entries().stream().filter(entry -> !OWN.contains(entry.key().value())).toList(),
                map.place());
    }

    static YamlMap without(YamlMap map, String field) {
        return new YamlMap(map.entries().stream().filter(entry -> !entry.key().value().equals(field)).toList(),
                map.place());
    }

    static boolean isOwn(String field) {
        return OWN.contains(field);
    }
}
