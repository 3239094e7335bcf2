package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comes back to those who joined some days ago and have not been heard of since: one message a day for all of them. */
final class Following {

    static final String ALARM = "follow";
    static final String RULE = "welcome.follow";
    /** What is later than this is not said any more. */
    private static final Duration LATE = Duration.ofDays(1);

    private final Follow follow;
    private final PluginServices services;

    Following(Follow follow, PluginServices services) {
        this.follow = follow;
        this.services = services;
    }

    List<Action> joined(ChatContext chat) {
        return follow.days().stream().map(day -> due(day.value(), chat.now())).filter(chat.now()::isBefore)
                .min(Instant::compareTo).map(first -> new Bell(ALARM, chat).by(first)).orElse(List.of());
    }

    /** Who speaks needs nobody to come back to them. */
    void heard(Event.Said said, ChatContext chat) {
        Guestbook book = new Guestbook(chat);
        book.find(said.by()).filter(guest -> guest.did(Step.JOINED) && !guest.did(Step.SPOKE))
                .ifPresent(guest -> book.keep(said.by(), guest.with(Step.SPOKE, chat.now())));
    }

    List<Action> rang(ChatContext chat) {
        Bell bell = new Bell(ALARM, chat);
        bell.rang();
        Optional<Instant> quiet = services.quietUntil(chat.now());
        if (quiet.isPresent()) {
            return bell.by(quiet.get());
        }
        List<Guestbook.Visitor> silent = new Guestbook(chat).since(chat.now().minus(longest()).minus(LATE)).stream()
                .filter(each -> isSilent(each, chat)).toList();
        List<String> words = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        follow.days().forEach(day -> follow(day, silent, words, actions, chat));
        if (!words.isEmpty()) {
            actions.addFirst(new Action.Say(String.join("\n", words), RULE, Manner.TOPIC));
        }
        next(silent, chat).ifPresent(time -> actions.addAll(bell.by(time)));
        return actions;
    }

    private Duration longest() {
        return Duration.ofDays(follow.days().stream().mapToInt(day -> day.value().day().value()).max().orElse(0) + 1L);
    }

    private boolean isSilent(Guestbook.Visitor each, ChatContext chat) {
        Guest guest = each.guest();
        return !guest.returns() && !guest.did(Step.LEFT) && !guest.did(Step.SPOKE)
                && !services.isStaff(each.member()) && !chat.person(each.member()).optedOut()
                && chat.person(each.member()).tags().stream().noneMatch(follow.unless()::contains);
    }

    private void follow(Located<Follow.Day> located, List<Guestbook.Visitor> silent, List<String> words,
            List<Action> actions, ChatContext chat) {
        Follow.Day day = located.value();
        List<MemberId> members = silent.stream().filter(each -> isDue(day, each, chat.now()))
                .map(Guestbook.Visitor::member).toList();
        if (members.isEmpty()) {
            return;
        }
        Guestbook book = new Guestbook(chat);
        members.forEach(member -> book.find(member)
                .ifPresent(guest -> book.keep(member, guest.with(day.key(), chat.now()))));
        Map<String, Object> values = Guests.values(members, services, chat);
        day.say().map(text -> text.value().fill(values)).filter(text -> !text.isEmpty()).ifPresent(words::add);
        day.tell().flatMap(tell -> tell.action(values, RULE, services, chat)).ifPresent(actions::add);
        chat.note(Finding.of(Kind.ACTS, members.size() + " 位进群第 " + day.day().value() + " 天还没说话",
                members.size() + " have said nothing on day " + day.day().value()).on(RULE, located.place()));
    }

    private boolean isDue(Follow.Day day, Guestbook.Visitor each, Instant now) {
        Instant due = due(day, each.guest().at(Step.JOINED).orElseThrow());
        return !each.guest().did(day.key()) && !due.isAfter(now) && due.plus(LATE).isAfter(now);
    }

    private Instant due(Follow.Day day, Instant joined) {
        return joined.atZone(services.zone()).toLocalDate().plusDays(day.day().value()).atTime(follow.time())
                .atZone(services.zone()).toInstant();
    }

    private Optional<Instant> next(List<Guestbook.Visitor> silent, ChatContext chat) {
        return silent.stream().flatMap(each -> follow.days().stream()
                .map(day -> due(day.value(), each.guest().at(Step.JOINED).orElseThrow())))
                .filter(chat.now()::isBefore).min(Instant::compareTo);
    }
}
