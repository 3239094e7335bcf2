package io.qunbot.bot.search;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.MemberId;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Rosters;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How groups and people were called when something was said; for one page, since it remembers what it asked. */
final class NamesThen {

    private final Store store;
    private final Directory directory;
    private final Map<String, List<Rosters.Former>> former = new HashMap<>();

    NamesThen(Store store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** The group's name, else the first that was known of it; empty when nobody knows. */
    String of(ChatId group, LaneRow lane, Instant at) {
        return then(group.value(), at).or(() -> directory.nameOf(group)).or(lane::firstName).orElse("");
    }

    /** Empty when nobody knows. */
    String of(MemberId member, Instant at) {
        return then(member.value(), at).or(() -> directory.nameOf(member)).orElse("");
    }

    private Optional<String> then(String subject, Instant at) {
        return former.computeIfAbsent(subject, store.rosters()::formerNames).stream()
                .filter(name -> at.isBefore(name.until())).map(Rosters.Former::name).findFirst();
    }
}
