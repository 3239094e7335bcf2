package io.qunbot.profile;

import io.qunbot.chat.Chat;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Rule files as they are written, put together as a book would be, for people who want to see what holds. */
public final class EffectiveBook {

    /** One entry of some profile's {@code groups}. */
    private record Entry(Sheet sheet, YamlMap tree, Located<GroupClaim> claim) {

        GroupClaim wanted() {
            return claim.value();
        }
    }

    private final Family family;
    private final List<Entry> entries = new ArrayList<>();

    /** @param files their bytes by path, such as {@code rules/service.yaml} */
    public EffectiveBook(SortedMap<String, byte[]> files) {
        this.family = new Family(files.entrySet().stream()
                .filter(file -> !BookReader.isCompanion(file.getKey()))
                .map((Map.Entry<String, byte[]> file) -> Sheet.read(file.getKey(), file.getValue())).toList());
        readable().filter(sheet -> !sheet.isAbstract()).forEach(this::register);
    }

    private Stream<Sheet> readable() {
        return family.sheets().stream().filter(sheet -> sheet.tree().isPresent());
    }

    private void register(Sheet sheet) {
        YamlMap tree = tree(sheet);
        List<YamlNode> groups = switch (tree.get("groups").orElse(null)) {
            case YamlList list -> list.items();
            case YamlMap map -> List.of(map);
            case null, default -> List.of();
        };
        for (YamlNode written : groups) {
            new Binder(new Problems()).bind(written, GroupClaim.class)
                    .map(claim -> new Located<>(claim, written.place()))
                    .ifPresent(claim -> entries.add(new Entry(sheet, tree, claim)));
        }
    }

    private YamlMap tree(Sheet sheet) {
        return family.effective(sheet, new Problems());
    }

    /** The ids of all profiles, those that are only extended included. */
    public List<String> ids() {
        return readable().map(Sheet::id).toList();
    }

    /** What groups are claimed by: ids, names and patterns. */
    public List<String> subjects() {
        return entries.stream().map(entry -> entry.wanted().subject()).filter(subject -> !subject.isEmpty()).distinct()
                .toList();
    }

    public Optional<Effective> profile(String id) {
        return readable().filter(sheet -> sheet.id().equals(id)).findFirst()
                .map(sheet -> new Effective(id, sheet.file(), Optional.empty(), tree(sheet)));
    }

    /** What a group gets; empty when nobody wants it, or two profiles want it equally. */
    public Optional<Effective> group(Chat chat, Optional<String> name) {
        for (Rank rank : Rank.values()) {
            List<Entry> takers = entries.stream().filter(entry -> entry.wanted().takes(rank, chat, name)).toList();
            if (takers.size() == 1) {
                return Optional.of(own(takers.getFirst()));
            }
        }
        return Optional.empty();
    }

    /** What a group that was never met gets by its id or its name. */
    public Optional<Effective> claimed(String idOrName) {
        return entries.stream().filter(entry -> entry.wanted().names(idOrName))
                .min(Comparator.comparing((Entry entry) -> entry.wanted().rank())).map(EffectiveBook::own);
    }

    private static Effective own(Entry entry) {
        YamlMap plain = Family.without(entry.tree(), "groups");
        YamlMap tree = entry.wanted().with().map(with -> new Merge(new Problems()).maps(plain, with)).orElse(plain);
        return new Effective(entry.sheet().id(), entry.sheet().file(), Optional.of(entry.claim()), tree);
    }
}
