package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.MessageForm;
import io.qunbot.plugin.PluginServices;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises introductions, of one who speaks and of all who stand in a chain. */
final class Introducing {

    static final String RULE = "welcome.introduce";
    /** Who said nothing of themselves for so long is no newcomer any more. */
    private static final Duration NEW = Duration.ofDays(30);

    private final Located<Introduce> introduce;
    private final PluginServices services;

    Introducing(Located<Introduce> introduce, PluginServices services) {
        this.introduce = introduce;
        this.services = services;
    }

    /** What follows from what somebody said. */
    List<Action> heard(Event.Said said, ChatContext chat) {
        Map<MemberId, String> introductions = switch (MessageForm.of(said.content())) {
            case WORDS -> spoken(said, chat);
            case CHAIN -> listed(said, chat);
            default -> Map.of();
        };
        List<Action> actions = new ArrayList<>();
        introductions.forEach((member, words) -> actions.addAll(introduced(member, words, chat)));
        if (!introductions.isEmpty()) {
            chat.note(Finding.of(Kind.ACTS, introductions.size() + " 位介绍了自己",
                    introductions.size() + " introduced themselves").on(RULE, introduce.place()));
            Thanks thanks = new Thanks(introduce.value(), services, chat);
            actions.addAll(thanks.owed(List.copyOf(introductions.keySet())));
        }
        return actions;
    }

    private Map<MemberId, String> spoken(Event.Said said, ChatContext chat) {
        String words = said.content().words();
        return isOwed(said.by(), chat) && fits(said.by(), words, chat) ? Map.of(said.by(), words) : Map.of();
    }

    private boolean fits(MemberId member, String words, ChatContext chat) {
        boolean joined = new Guestbook(chat).find(member).filter(guest -> guest.isHere(chat.now(), NEW)).isPresent();
        return introduce.value().likeness().fits(words, joined);
    }

    private boolean isOwed(MemberId member, ChatContext chat) {
        return !services.isStaff(member)
                && new Guestbook(chat).find(member).filter(guest -> guest.did(Step.INTRODUCED)).isEmpty();
    }

    /** Those who came of late, and whoever sends the chain. */
    private Map<MemberId, String> listed(Event.Said said, ChatContext chat) {
        Chain chain = Chain.of(said.content().words());
        Map<String, MemberId> people = new LinkedHashMap<>();
        new Guestbook(chat).since(chat.now().minus(NEW)).forEach(each -> name(each.member(), chat)
                .ifPresent(name -> people.putIfAbsent(name, each.member())));
        name(said.by(), chat).ifPresent(name -> people.put(name, said.by()));
        Map<MemberId, String> introductions = new LinkedHashMap<>();
        people.forEach((name, member) -> chain.by(name, people.keySet())
                .filter(words -> isOwed(member, chat) && fits(member, words, chat))
                .ifPresent(words -> introductions.put(member, words)));
        own(said.by(), chain, people, chat).ifPresent(words -> introductions.putIfAbsent(said.by(), words));
        return introductions;
    }

    /** A newcomer who goes by another name in the group: the line that they added is the last. */
    private Optional<String> own(MemberId sender, Chain chain, Map<String, MemberId> people, ChatContext chat) {
        boolean newcomer = new Guestbook(chat).find(sender).filter(guest -> guest.isHere(chat.now(), NEW)).isPresent();
        boolean listed = name(sender, chat).flatMap(name -> chain.by(name, people.keySet())).isPresent();
        return newcomer && !listed && isOwed(sender, chat)
                ? chain.last(people.keySet()).filter(words -> fits(sender, words, chat))
                : Optional.empty();
    }

    private static Optional<String> name(MemberId member, ChatContext chat) {
        return chat.person(member).name().map(String::strip).filter(name -> !name.isEmpty());
    }

    private List<Action> introduced(MemberId member, String words, ChatContext chat) {
        Guestbook book = new Guestbook(chat);
        Guest guest = book.meets(member);
        book.keep(member, guest.with(Step.INTRODUCED, chat.now()));
        List<Action> actions = new ArrayList<>();
        actions.add(Losses.introduced(member, guest.did(Step.REMINDED)));
        introduce.value().tag().ifPresent(tag -> actions.add(
                new Action.Tag(member, List.of(tag), List.of(), RULE)));
        Map<String, Object> values = Guests.values(List.of(member), services, chat);
        values.put("quote", Foreign.quote(words));
        introduce.value().tell().flatMap(tell -> tell.action(values, RULE, services, chat)).ifPresent(actions::add);
        return actions;
    }
}
