package io.qunbot.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.people.Activity;
import io.qunbot.people.Card;
import io.qunbot.people.Traces;
import io.qunbot.pipeline.People;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Quoted;
import io.qunbot.plugin.Roles;
import io.qunbot.plugin.Standing;
import io.qunbot.store.Store;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Members as of the last commit of their lanes, cached. Thread-safe. */
final class KnownPeople implements People {

    private static final int MOST = 50_000;

    private final Store store;
    private final Directory directory;
    private final Look look;
    private final Cache<MemberId, Known> known = Caffeine.newBuilder().maximumSize(MOST).build();

    /** What is stored of a member. */
    private record Known(Card card, Traces traces) {}

    /**
     * How people are looked at.
     *
     * @param activity who counts as active
     * @param fresh when somebody spoke, as far as that is not stored
     */
    record Look(Supplier<Activity> activity, Function<MemberId, Traces> fresh, InstantSource clock) {}

    KnownPeople(Store store, Directory directory, Look look) {
        this.store = store;
        this.directory = directory;
        this.look = look;
    }

    /** How they came there is a tag, too. */
    @Override
    public People in(ChatId chat) {
        return inside(this::person, directory, chat);
    }

    /** People as they are known in a conversation, and who is there. */
    static People inside(Function<MemberId, Person> people, Directory directory, ChatId chat) {
        return inside(people, _ -> Optional.empty(), directory, chat);
    }

    private static People inside(Function<MemberId, Person> people, Function<Origin, Optional<Quoted>> quotations,
            Directory directory, ChatId chat) {
        return new People() {
            @Override
            public Person person(MemberId member) {
                return came(people.apply(member), directory, chat);
            }

            @Override
            public List<MemberId> members() {
                return directory.membersOf(chat);
            }

            @Override
            public Optional<String> joinLink(String state) {
                return directory.joinLink(state);
            }

            @Override
            public Optional<Quoted> quoted(Origin origin) {
                return quotations.apply(origin);
            }
        };
    }

    /** The same person as they are known in a conversation. */
    private static Person came(Person person, Directory directory, ChatId chat) {
        Optional<String> state = directory.stateOf(person.id(), chat);
        Set<String> tags = state.isEmpty() ? person.tags() : with(person.tags(), Person.WAY + state.get());
        return new Person(person.id(), person.name(), tags, directory.inviterOf(person.id(), chat),
                standing(person, directory, chat));
    }

    /** What WeCom says somebody is there counts, too. */
    private static Standing standing(Person person, Directory directory, ChatId chat) {
        boolean owns = directory.ownerOf(chat).filter(person.id()::equals).isPresent();
        return owns || directory.manages(person.id(), chat)
                ? new Standing(person.facts(), with(person.roles(), owns ? Roles.OWNER : Roles.MANAGER),
                        person.heard())
                : person.standing();
    }

    private static Set<String> with(Set<String> some, String another) {
        Set<String> all = new LinkedHashSet<>(some);
        all.add(another);
        return all;
    }

    /**
     * The same people, of whom one is already what a turn made of them.
     *
     * @param quotations finds what they said
     */
    static People with(People others, MemberId one, Card card, Directory directory,
            Function<Origin, Optional<Quoted>> quotations) {
        Function<MemberId, Person> people = member -> {
            Person known = others.person(member);
            return member.equals(one) ? carrying(known, card) : known;
        };
        return new People() {
            @Override
            public Person person(MemberId member) {
                return people.apply(member);
            }

            @Override
            public Optional<Quoted> quoted(Origin origin) {
                return quotations.apply(origin);
            }

            @Override
            public Optional<String> joinLink(String state) {
                return directory.joinLink(state);
            }

            @Override
            public People in(ChatId chat) {
                return inside(people, quotations, directory, chat);
            }
        };
    }

    private static Person carrying(Person person, Card card) {
        return new Person(person.id(), person.name(), card.tags(), person.inviter(),
                new Standing(card.known(), person.roles(), person.heard()));
    }

    @Override
    public Person person(MemberId member) {
        Traces fresh = look.fresh().apply(member); // first: what is written meanwhile is in what is stored then
        Known stored = known.get(member, this::read);
        Traces traces = stored.traces().and(fresh);
        return person(member, stored.card(), new Standing(stored.card().known(),
                look.activity().get().roles(traces, look.clock().instant()), traces.heard()), directory);
    }

    /** The member whom a card is of. */
    static Person person(MemberId member, Card card, Standing standing, Directory directory) {
        return new Person(member, directory.nameOf(member), card.tags(), Optional.empty(), standing);
    }

    /** A turn of this lane was committed. */
    void changed(LaneId lane) {
        if (lane.isMember()) {
            changed(new MemberId(lane.subject()));
        }
    }

    void forget() {
        known.invalidateAll();
    }

    /** Something else is stored of a member. */
    void changed(MemberId member) {
        known.invalidate(member);
    }

    private Known read(MemberId member) {
        Card card = store.memories().recall(LaneId.of(member), Card.OWNER, Card.KEY).map(Card::of).orElse(Card.EMPTY);
        return new Known(card, Heard.stored(store, member));
    }
}
