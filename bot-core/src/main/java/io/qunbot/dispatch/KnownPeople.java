package io.qunbot.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.people.Card;
import io.qunbot.pipeline.People;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Standing;
import io.qunbot.store.Store;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Members as of the last commit of their lanes, cached. Thread-safe. */
final class KnownPeople implements People {

    private static final int MOST = 50_000;

    private final Store store;
    private final Directory directory;
    private final Cache<MemberId, Card> cards = Caffeine.newBuilder().maximumSize(MOST).build();

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
        return new Person(person.id(), person.name(), tags, directory.inviterOf(person.id(), chat),
                person.standing());
    }

    /** The same people, of whom one is already what a turn made of them. */
    static People with(People others, MemberId one, Card card, Directory directory) {
        return new People() {
            @Override
            public Person person(MemberId member) {
                Person known = others.person(member);
                return member.equals(one) ? carrying(known, card) : known;
            }

            @Override
            public People in(ChatId chat) {
                return member -> came(person(member), directory, chat);
            }
        };
    }

    private static Person carrying(Person person, Card card) {
        return new Person(person.id(), person.name(), card.tags(), person.inviter(),
                new Standing(card.known(), person.roles(), person.heard()));
    }

    @Override
    public Person person(MemberId member) {
        return person(member, cards.get(member, this::read), directory);
    }

    /** The member whom a card is of. */
    static Person person(MemberId member, Card card, Directory directory) {
        return new Person(member, directory.nameOf(member), card.tags(), Optional.empty(),
                new Standing(card.known(), Set.of(), Optional.empty()));
    }

    /** A turn of this lane was committed. */
    void changed(LaneId lane) {
        if (lane.isMember()) {
            cards.invalidate(new MemberId(lane.subject()));
        }
    }

    private Card read(MemberId member) {
        return store.recall(LaneId.of(member), Card.OWNER, Card.KEY).map(Card::of).orElse(Card.EMPTY);
    }
}
