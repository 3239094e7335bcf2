package io.qunbot.bot.deal;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out who is meant by a name or an id. Thread-safe. */
public final class Customers {

    private final Store store;
    private final Directory directory;

    public Customers(Store store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * Everybody who may be meant: who is in the group, if there are such, else whoever has the name, else the id.
     *
     * @param group where they should be; empty for anywhere
     */
    public List<MemberId> called(String name, Optional<ChatId> group) {
        if (name.isBlank()) {
            return List.of();
        }
        List<MemberId> here = group.stream().flatMap(chat -> directory.membersOf(chat).stream())
                .filter(member -> directory.nameOf(member).filter(name::equals).isPresent()).toList();
        if (!here.isEmpty()) {
            return here;
        }
        List<MemberId> everywhere = store.rosters().called(name).stream().map(MemberId::new).toList();
        return everywhere.isEmpty()
                ? Stream.of(new MemberId(name)).filter(member -> store.lane(LaneId.of(member)).isPresent()).toList()
                : everywhere;
    }

    String nameOf(MemberId member) {
        return directory.nameOf(member).orElse(member.value());
    }
}
