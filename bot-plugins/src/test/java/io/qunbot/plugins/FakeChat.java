package io.qunbot.plugins;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Group;
import io.qunbot.plugin.Person;
import io.qunbot.yaml.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A conversation in which time passes only when told to. */
public final class FakeChat implements ChatContext {

    private final Chat chat;
    private final FakeMemory memory = new FakeMemory();
    private final FakeMemory shared = new FakeMemory();
    private final Map<MemberId, FakeMemory> members = new HashMap<>();
    private final Map<MemberId, Person> people = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private OptionalInt size = OptionalInt.empty();
    private Instant now = Instant.parse("2026-12-03T01:00:00Z");

    public FakeChat(ChatKind kind) {
        chat = new Chat(new ChatId("wr1"), kind, "wecom");
    }

    public FakeChat knows(String member, String name, String... tags) {
        MemberId id = new MemberId(member);
        people.put(id, new Person(id, Optional.of(name), Set.of(tags)));
        return this;
    }

    /** Somebody brought a member who is known. */
    public FakeChat invites(String inviter, String member) {
        people.computeIfPresent(new MemberId(member), (id, known) -> new Person(id, known.name(), known.tags(),
                Optional.of(new MemberId(inviter))));
        return this;
    }

    public FakeChat hasMembers(int count) {
        size = OptionalInt.of(count);
        return this;
    }

    public FakeChat passes(Duration time) {
        now = now.plus(time);
        return this;
    }

    public FakeChat isNow(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Nothing is remembered, as in a conversation in which nothing has happened yet. */
    public FakeChat begins() {
        memory.clear();
        members.clear();
        return this;
    }

    public Event said(String by, String text) {
        return said(by, new Content.Text(text));
    }

    public Event said(String by, Content content) {
        return new Event.Said(id(), now, chat, new MemberId(by), content, false);
    }

    public Event joined(int count, String... who) {
        return new Event.Joined(id(), now, chat, ids(who), count, "");
    }

    public Event left(String... who) {
        return new Event.Left(id(), now, chat, ids(who), who.length, false, "");
    }

    public Event entered(String who) {
        return new Event.Entered(id(), now, chat, new MemberId(who));
    }

    public Event rang(String plugin, String key) {
        return new Event.Rang(id(), now, chat.lane(), plugin, key, "");
    }

    /** What the trace says, and clears it. */
    public String notes() {
        String text = notes.stream().collect(Collectors.joining("\n"));
        notes.clear();
        return text;
    }

    private static List<MemberId> ids(String... who) {
        return Arrays.stream(who).map(MemberId::new).toList();
    }

    private EventId id() {
        return new EventId("wecom", now.toString());
    }

    @Override
    public Group group() {
        return new Group(chat, Optional.of("城南店服务群"), size);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public FakeMemory memory() {
        return memory;
    }

    @Override
    public FakeMemory memory(MemberId member) {
        return members.computeIfAbsent(member, id -> new FakeMemory());
    }

    @Override
    public <T extends Record> Optional<T> shared(String key, Class<T> type) {
        return shared.get(key, type);
    }

    /** What is remembered for the whole profile. */
    public FakeMemory profileMemory() {
        return shared;
    }

    @Override
    public Person person(MemberId member) {
        return people.getOrDefault(member, new Person(member, Optional.empty(), Set.of()));
    }

    @Override
    public void note(@Nullable Place rule, String why) {
        notes.add((rule == null ? "" : rule + " ") + why);
    }
}
