package io.qunbot.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.Gson;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.pipeline.People;
import io.qunbot.plugin.Person;
import io.qunbot.store.Store;
import java.util.LinkedHashSet;
import java.util.Set;

/** Members as of the last commit of their lanes, cached. Thread-safe. */
final class KnownPeople implements People {

    private static final int MOST = 50_000;

    private final Store store;
    private final Directory directory;
    private final Cache<MemberId, Set<String>> tags = Caffeine.newBuilder().maximumSize(MOST).build();

    KnownPeople(Store store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** How they came there is a tag, too. */
    @Override
    public People in(ChatId chat) {
        return member -> came(person(member), directory, chat);
    }

    static Person came(Person person, Directory directory, ChatId chat) {
        Set<String> tags = new LinkedHashSet<>(person.tags());
        directory.stateOf(person.id(), chat).ifPresent(state -> tags.add(Person.WAY + state));
        return new Person(person.id(), person.name(), tags, directory.inviterOf(person.id(), chat));
    }

    @Override
    public Person person(MemberId member) {
        return new Person(member, directory.nameOf(member), tags.get(member, this::read));
    }

    /** A turn of this lane was committed. */
    void changed(LaneId lane) {
        if (lane.isMember()) {
            tags.invalidate(new MemberId(lane.subject()));
        }
    }

    void forget() {
        tags.invalidateAll();
    }

    private Set<String> read(MemberId member) {
        Set<String> names = new LinkedHashSet<>();
        store.lane(LaneId.of(member)).ifPresent(row -> store.memory(row.number(), (plugin, key, json) -> {
            if (plugin.equals(MemberTags.NAME) && key.equals(MemberTags.KEY)) {
                names.addAll(new Gson().fromJson(json, MemberTags.Tags.class).names());
            }
        }));
        return names;
    }
}
