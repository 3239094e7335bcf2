package io.qunbot.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.MemberId;
import io.qunbot.store.DirectoryTables;
import io.qunbot.store.JoinWayRow;
import io.qunbot.store.RosterRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of groups and people, kept in the store and cached. It never asks WeCom: {@link Refresher} does,
 * and tells it here. Thread-safe.
 */
public final class GroupDirectory implements Directory {

    /** Members of all rosters that are held in memory. */
    private static final long MEMBERSHIPS = 500_000;
    private static final long PEOPLE = 200_000;

    private final Store store;
    private final LoadingCache<ChatId, Optional<Roster>> rosters;
    private final LoadingCache<MemberId, Optional<String>> names;

    public GroupDirectory(Store store) {
        this.store = store;
        rosters = Caffeine.newBuilder().maximumWeight(MEMBERSHIPS).weigher(GroupDirectory::weight).build(this::load);
        names = Caffeine.newBuilder().maximumSize(PEOPLE).build(member -> store.rosters().nameOf(member.value()));
    }

    private static int weight(ChatId chat, Optional<Roster> roster) {
        return 1 + roster.map(each -> each.members().size()).orElse(0);
    }

    private Optional<Roster> load(ChatId chat) {
        return store.rosters().of(chat.value()).map(row -> RosterText.read(chat.value(), row.content()));
    }

    /** All that is known of a group. */
    public Optional<Roster> roster(ChatId chat) {
        return rosters.get(chat);
    }

    @Override
    public Optional<String> joinLink(String state) {
        return store.rosters().ways().stream().filter(way -> way.state().equals(state)).map(JoinWayRow::code)
                .filter(code -> !code.isBlank()).findFirst();
    }

    @Override
    public Optional<String> nameOf(MemberId member) {
        return names.get(member);
    }

    @Override
    public Optional<String> nameOf(ChatId chat) {
        return roster(chat).map(Roster::name).filter(name -> !name.isBlank());
    }

    @Override
    public OptionalInt sizeOf(ChatId chat) {
        return roster(chat).map(roster -> OptionalInt.of(roster.members().size())).orElse(OptionalInt.empty());
    }

    @Override
    public Optional<MemberId> ownerOf(ChatId chat) {
        return roster(chat).flatMap(Roster::owner);
    }

    @Override
    public boolean manages(MemberId member, ChatId chat) {
        return roster(chat).filter(roster -> roster.admins().contains(member)).isPresent();
    }

    @Override
    public Optional<String> stateOf(MemberId member, ChatId chat) {
        return roster(chat).flatMap(roster -> roster.member(member)).map(Membership::state)
                .filter(state -> !state.isEmpty());
    }

    @Override
    public Optional<MemberId> inviterOf(MemberId member, ChatId chat) {
        return roster(chat).flatMap(roster -> roster.member(member)).flatMap(Membership::inviter);
    }

    @Override
    public List<MemberId> membersOf(ChatId chat) {
        return roster(chat).map(roster -> roster.members().stream().map(Membership::member).toList())
                .orElse(List.of());
    }

    @Override
    public List<MemberId> joinedSince(ChatId chat, Instant since) {
        return roster(chat).map(roster -> roster.members().stream()
                .filter(each -> !each.joined().isBefore(since)).map(Membership::member).toList()).orElse(List.of());
    }

    /** Somebody was seen under a name. */
    public void learn(MemberId member, String name, Instant now) {
        if (!name.isBlank() && !names.get(member).equals(Optional.of(name))) {
            names.put(member, Optional.of(name));
            store.writer().submit(new SmallUnit("the name of " + member,
                    tables -> DirectoryTables.person(tables, member.value(), name, now)));
        }
    }

    /**
     * A group was asked for.
     *
     * @return the roster as it is kept: who has no time of joining and was not there before joined now
     */
    public Roster learn(Chat chat, Roster fetched, Instant now) {
        Roster roster = roster(chat.id()).map(before -> fetched.timed(before, now)).orElse(fetched);
        rosters.put(chat.id(), Optional.of(roster));
        RosterRow row = new RosterRow(chat.id().value(), chat.channel(), roster.name(),
                roster.owner().map(MemberId::value).orElse(""), roster.members().size(), now,
                RosterText.write(roster));
        store.writer().submit(new SmallUnit("the members of " + chat.id(),
                tables -> DirectoryTables.keep(tables, row)));
        roster.members().forEach(each -> learn(each.member(), each.name(), now));
        return roster;
    }

    /** What is known of people was changed in the store: it is read again. */
    public void forget() {
        names.invalidateAll();
        rosters.invalidateAll();
    }

    /** A group is no more. */
    public void forget(ChatId chat) {
        rosters.put(chat, Optional.empty());
        store.writer().submit(new SmallUnit("that " + chat + " is gone",
                tables -> DirectoryTables.drop(tables, chat.value())));
    }
}
