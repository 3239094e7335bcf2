package io.qunbot.bot.archive.consent;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the rules in force let be kept of each conversation. Thread-safe. */
public final class Keepings {

    private static final int MOST = 100_000;

    private final Supplier<RuleBook> book;
    private final Store store;
    private final Directory directory;
    private final Map<ChatId, Keeping> known = new HashMap<>();
    private RuleBook seen = RuleBook.empty();

    public Keepings(Supplier<RuleBook> book, Store store, Directory directory) {
        this.book = book;
        this.store = store;
        this.directory = directory;
    }

    /** What may be kept of a conversation; of those that no rules are for, what is usual. */
    @SuppressWarnings("ReferenceEquality") // a book is a snapshot: another one has to be asked again
    public synchronized Keeping of(Chat chat) {
        RuleBook now = book.get();
        if (now != seen || known.size() > MOST) {
            known.clear();
            seen = now;
        }
        return known.computeIfAbsent(chat.id(), _ -> chat.kind() == ChatKind.PRIVATE
                ? Keeping.DEFAULT
                : now.profileOf(chat, firstName(chat)).keeping());
    }

    private Optional<String> firstName(Chat chat) {
        return store.lane(chat.lane()).flatMap(LaneRow::firstName).or(() -> directory.nameOf(chat.id()));
    }
}
