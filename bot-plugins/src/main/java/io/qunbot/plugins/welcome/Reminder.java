package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks those who did not introduce themselves in time: all at once, at most once a day, and each of them once. */
final class Reminder {

    static final String ALARM = "remind";
    static final String RULE = "welcome.remind";
    private static final String LAST = "reminded";
    private static final Duration DAY = Duration.ofDays(1);
    /** Whose time was over this long ago is asked no more. */
    private static final Duration TOO_LATE = Duration.ofDays(7);

    /** When it was asked last, in epoch milliseconds. */
    record Last(long at) {}

    private final Introduce introduce;
    private final Located<Template> text;
    private final PluginServices services;

    Reminder(Introduce introduce, Located<Template> text, PluginServices services) {
        this.introduce = introduce;
        this.text = text;
        this.services = services;
    }

    List<Action> joined(ChatContext chat) {
        return new Bell(ALARM, chat).by(chat.now().plus(introduce.within()));
    }

    List<Action> rang(ChatContext chat) {
        Bell bell = new Bell(ALARM, chat);
        bell.rang();
        Optional<Instant> notBefore = services.quietUntil(chat.now())
                .or(() -> last(chat).map(time -> time.plus(DAY)).filter(time -> time.isAfter(chat.now())));
        if (notBefore.isPresent()) {
            return bell.by(notBefore.get());
        }
        List<Guestbook.Visitor> silent = new Guestbook(chat)
                .since(chat.now().minus(introduce.within()).minus(TOO_LATE)).stream()
                .filter(each -> isSilent(each, chat)).toList();
        List<Guestbook.Visitor> late = silent.stream().filter(each -> !deadline(each).isAfter(chat.now())).toList();
        List<Action> actions = new ArrayList<>(remind(late, chat));
        silent.stream().filter(each -> !late.contains(each)).map(this::deadline).min(Instant::compareTo)
                .ifPresent(next -> actions.addAll(bell.by(next)));
        return actions;
    }

    private static Optional<Instant> last(ChatContext chat) {
        return chat.memory().get(LAST, Last.class).map(last -> Instant.ofEpochMilli(last.at()));
    }

    private boolean isSilent(Guestbook.Visitor each, ChatContext chat) {
        Guest guest = each.guest();
        return !guest.returns() && !guest.did(Step.LEFT) && !guest.did(Step.INTRODUCED) && !guest.did(Step.REMINDED)
                && !services.isStaff(each.member()) && !chat.person(each.member()).optedOut();
    }

    private Instant deadline(Guestbook.Visitor each) {
        return each.guest().at(Step.JOINED).orElseThrow().plus(introduce.within());
    }

    private List<Action> remind(List<Guestbook.Visitor> late, ChatContext chat) {
        List<MemberId> members = late.stream().map(Guestbook.Visitor::member).toList();
        String words = text.value().fill(Guests.values(members, services, chat));
        if (late.isEmpty() || words.isEmpty()) {
            return List.of();
        }
        Guestbook book = new Guestbook(chat);
        late.forEach(each -> book.keep(each.member(), each.guest().with(Step.REMINDED, chat.now())));
        chat.memory().put(LAST, new Last(chat.now().toEpochMilli()));
        chat.note(Finding.of(Kind.ACTS, late.size() + " 位还没有介绍自己,一起提醒一次",
                late.size() + " did not introduce themselves: one reminder for all").on(RULE, text.place()));
        return List.of(new Action.Say(words, RULE, Manner.TOPIC), Losses.count(Step.REMINDED, late.size()));
    }
}
