package io.qunbot.bot.member;

import io.qunbot.bot.Refused;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.store.RosterRow;
import io.qunbot.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds whom an operator means by a name or an id. */
final class Whom {

    private static final int SHOWN = 10;

    private final Store store;
    private final Directory directory;
    private final Predicate<MemberId> spoke;

    /** @param spoke whether the archive has anything that somebody said */
    Whom(Store store, Directory directory, Predicate<MemberId> spoke) {
        this.spoke = spoke;
        this.store = store;
        this.directory = directory;
    }

    /**
     * The one who is meant.
     *
     * @param group an id or a name; empty for all
     * @throws Refused when nobody is, or several are
     */
    MemberId find(String asked, String group) {
        List<MemberId> exact = in(group, Stream.concat(known(asked), store.rosters().called(asked).stream()));
        List<MemberId> found = exact.isEmpty() ? in(group, resembling().same(asked).stream()) : exact;
        if (found.isEmpty()) {
            throw nobody(asked, group);
        }
        if (found.size() > 1) {
            throw several(asked, found);
        }
        return found.getFirst();
    }

    private List<MemberId> in(String group, Stream<String> ids) {
        return ids.distinct().map(MemberId::new).filter(member -> group.isEmpty() || isIn(member, group)).toList();
    }

    /** Everybody with a name, and everybody else by their id. */
    private Resembling resembling() {
        Map<String, String> names = new HashMap<>(store.rosters().names());
        store.activity().each(row -> names.putIfAbsent(row.member(), row.member()));
        store.memories().cards((lane, _) -> names.putIfAbsent(lane.subject(), lane.subject()));
        return new Resembling(names);
    }

    private Refused nobody(String asked, String group) {
        List<Map.Entry<String, String>> like = resembling().like(asked)
                .filter(each -> group.isEmpty() || isIn(new MemberId(each.getKey()), group)).limit(SHOWN).toList();
        String who = like.stream().map(each -> each.getValue().equals(each.getKey())
                ? each.getKey()
                : each.getValue() + "  " + each.getKey()).collect(Collectors.joining("\n  ", "\n  ", ""));
        String where = group.isEmpty() ? "" : "(在 " + group + ")";
        String in = group.isEmpty() ? "" : " in " + group;
        return like.isEmpty()
                ? new Refused("没有见过 “" + asked + "”" + where + ":写名字要和群里显示的一样,也可以写 id",
                        "nobody called '" + asked + "' was seen" + in + ": write the name as groups show it, or the id")
                : new Refused("没有叫 “" + asked + "” 的" + where + "。像的有:" + who,
                        "nobody is called '" + asked + "'" + in + "; alike are:" + who);
    }

    private Stream<String> known(String id) {
        boolean seen = store.lane(LaneId.of(new MemberId(id))).isPresent() || store.activity().of(id).isPresent()
                || directory.nameOf(new MemberId(id)).isPresent() || spoke.test(new MemberId(id));
        return seen ? Stream.of(id) : Stream.empty();
    }

    private boolean isIn(MemberId member, String group) {
        return groups(group).anyMatch(chat -> directory.membersOf(chat).contains(member));
    }

    private Stream<ChatId> groups(String group) {
        return store.rosters().all().stream().filter(row -> row.chat().equals(group) || row.name().equals(group))
                .map(RosterRow::chat).map(ChatId::new);
    }

    private Refused several(String asked, List<MemberId> found) {
        String who = found.stream().limit(SHOWN).map(member -> member.value() + places(member))
                .collect(Collectors.joining("\n  ", "\n  ", found.size() > SHOWN ? "\n  …" : ""));
        return new Refused("叫 “" + asked + "” 的有 " + found.size() + " 位,写 id 或加 --group:" + who,
                found.size() + " people are called '" + asked + "': write the id, or add --group:" + who);
    }

    private String places(MemberId member) {
        String names = store.rosters().all().stream()
                .filter(row -> directory.membersOf(new ChatId(row.chat())).contains(member))
                .map(row -> row.name().isBlank() ? row.chat() : row.name()).limit(3)
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? "" : "  (" + names + ")";
    }
}
