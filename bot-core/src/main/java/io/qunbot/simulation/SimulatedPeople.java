package io.qunbot.simulation;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Everybody is known, by the name that a script gives them or by their id, and groups by theirs; members are known
 * and counted as they come and go. Thread-safe.
 */
public final class SimulatedPeople implements Directory {

    private final Map<MemberId, String> names = new ConcurrentHashMap<>();
    private final Map<ChatId, AtomicInteger> sizes = new ConcurrentHashMap<>();
    private final Map<ChatId, List<MemberId>> members = new ConcurrentHashMap<>();

    SimulatedPeople() {
        this(Map.of());
    }

    /** @param names of those whose id is not their name */
    public SimulatedPeople(Map<MemberId, String> names) {
        this.names.putAll(names);
    }

    /** From now on somebody is called that. */
    public void call(MemberId member, String name) {
        names.put(member, name);
    }

    /** Somebody came, and is counted. */
    public void joined(ChatId chat, List<MemberId> who) {
        present(chat, who);
        sizes.computeIfAbsent(chat, _ -> new AtomicInteger()).addAndGet(who.size());
    }

    /** Somebody left. */
    public void left(ChatId chat, List<MemberId> who) {
        members.computeIfPresent(chat, (_, before) -> before.stream().filter(each -> !who.contains(each)).toList());
        sizes.computeIfAbsent(chat, _ -> new AtomicInteger()).addAndGet(-who.size());
    }

    /** Somebody is there from the beginning, and counts for nothing. */
    public void present(ChatId chat, List<MemberId> who) {
        members.merge(chat, List.copyOf(who), (before, more) -> Stream.concat(before.stream(), more.stream())
                .distinct().toList());
    }

    /** The name that a colleague was given; empty for everybody else. */
    public Optional<String> nameOfColleague(MemberId member) {
        return Optional.ofNullable(names.get(member));
    }

    @Override
    public Optional<String> nameOf(MemberId member) {
        return Optional.of(names.getOrDefault(member, member.value()));
    }

    @Override
    public Optional<String> nameOf(ChatId chat) {
        return Optional.of(chat.value());
    }

    @Override
    public List<MemberId> membersOf(ChatId chat) {
        return members.getOrDefault(chat, List.of());
    }

    @Override
    public OptionalInt sizeOf(ChatId chat) {
        AtomicInteger size = sizes.get(chat);
        return size == null || size.get() < 1 ? OptionalInt.empty() : OptionalInt.of(size.get());
    }
}
