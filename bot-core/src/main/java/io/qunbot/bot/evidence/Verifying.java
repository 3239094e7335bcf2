package io.qunbot.bot.evidence;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.store.Head;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Proves that nothing was changed, with a bot that runs or without one. Thread-safe. */
public final class Verifying {

    private final Store store;
    private final Directory directory;

    public Verifying(Store store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * Compares what is there with what was sealed; what is newer is sealed first.
     *
     * @param group its id or name; empty for everything
     * @param heads that were written down before, as {@link Head#line} writes them; others are passed over
     * @return empty when there is no such group
     */
    public Optional<Verdict> verify(String group, List<String> heads) {
        List<Head> kept = heads.stream().flatMap(line -> Head.read(line).stream()).toList();
        store.sealing().catchUp();
        return lane(group).map(lane -> Verdict.of(store.verify(lane, kept)));
    }

    private Optional<String> lane(String group) {
        return group.isEmpty() ? Optional.of("") : group(group).map(row -> row.id().value());
    }

    /** A conversation by its id or its name; empty when it was never seen. */
    public Optional<LaneRow> group(String idOrName) {
        return idOrName.isEmpty()
                ? Optional.empty()
                : store.lane(LaneId.of(new ChatId(idOrName))).or(() -> called(idOrName));
    }

    private Optional<LaneRow> called(String name) {
        return store.chats().stream().filter(row -> row.chat().map(Chat::id).stream()
                .flatMap(id -> Stream.concat(row.firstName().stream(), directory.nameOf(id).stream()))
                .anyMatch(name::equals)).findFirst();
    }
}
