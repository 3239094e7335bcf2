package io.qunbot.dispatch;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.pipeline.Groups;
import io.qunbot.plugin.Unclaimed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the groups of which nobody said what they are: by the rules of now, so that one that is claimed is none at once. */
public final class LeftOver implements Groups {

    private static final Set<ChatKind> GROUPS = Set.of(ChatKind.INTERNAL, ChatKind.CUSTOMER);

    private final Store store;
    private final RuleBook book;
    private final Directory directory;

    public LeftOver(Store store, RuleBook book, Directory directory) {
        this.store = store;
        this.book = book;
        this.directory = directory;
    }

    @Override
    public List<Unclaimed> unclaimed(Instant since) {
        Map<Integer, Instant> last = store.figures().lastEvents();
        return store.chats().stream()
                .flatMap(lane -> unclaimed(lane, last.getOrDefault(lane.number(), Instant.EPOCH)))
                .filter(group -> !group.last().isBefore(since))
                .sorted(Comparator.comparing(Unclaimed::last).reversed()).toList();
    }

    /** A group's profile goes by the name that it had first; people read the one that it has. */
    private Stream<Unclaimed> unclaimed(LaneRow lane, Instant last) {
        return lane.chat().filter(chat -> GROUPS.contains(chat.kind()) && book.isLeftOver(chat, lane.firstName()))
                .map(chat -> new Unclaimed(chat, name(chat, lane), last,
                        book.tied(chat, lane.firstName()).stream().map(Profile::id).toList()))
                .stream();
    }

    private Optional<String> name(Chat chat, LaneRow lane) {
        return directory.nameOf(chat.id()).or(lane::firstName);
    }
}
