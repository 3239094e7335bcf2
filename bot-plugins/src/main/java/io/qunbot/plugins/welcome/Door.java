package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.chat.Body;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Oversight;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Rate;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers who joins, and greets them when the moment is over. */
final class Door {

    static final String ALARM = "welcome";
    private static final String GREETED = "welcomes";
    /** An alarm that did not ring for this long after its time was lost. */
    private static final Duration LOST = Duration.ofHours(1);
    private static final Finding GONE = Finding.of(Kind.REFUSED, "进来的人都走了,不用欢迎", "whoever joined has left: no welcome");
    private static final Finding NO_WORDS = Finding.of(Kind.REFUSED, "没有适合这个时间、这些人的欢迎语",
            "no welcome fits the time of day and these people");
    private static final Finding PLATFORM = Finding.of(Kind.BARRED, "客户群里由企业微信的入群欢迎语欢迎(platform)",
            "in customer groups WeCom itself greets (platform)");
    private static final Finding ENOUGH = Finding.of(Kind.WAITS, "欢迎说得够多了(max),攒着到能说的时候合成一条",
            "there were enough welcomes (max): who comes now is welcomed later, all together");

    /** When welcomes were said, in epoch milliseconds, as far as that matters. */
    record Welcomes(List<Long> times) {}

    private final WelcomeSettings settings;
    private final PluginServices services;

    Door(WelcomeSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
    }

    List<Action> joined(Event.Joined joined, ChatContext chat) {
        int count = Math.max(joined.count(), joined.members().size());
        if (!greets(chat)) {
            return greeted(new Newcomers.Party(joined.members(), count), chat);
        }
        Instant due = due(chat.now(), chat);
        if (!due.isAfter(chat.now())) {
            return welcome(new Newcomers.Party(joined.members(), count), chat);
        }
        Newcomers newcomers = new Newcomers(chat.memory());
        boolean first = newcomers.open(chat.now(), since -> due(since, chat).plus(LOST));
        newcomers.add(joined.members(), count);
        return first ? List.of(new Action.Wake(ALARM, due, "")) : List.of();
    }

    /** Where WeCom itself greets, a second welcome would be one too many. */
    private boolean greets(ChatContext chat) {
        boolean platform = settings.platform().isPresent() && chat.group().chat().kind() == ChatKind.CUSTOMER;
        if (platform) {
            chat.note(PLATFORM);
        }
        return !platform && !settings.say().isEmpty();
    }

    /** When those are welcomed who join now: when the moment is over, not while it is quiet, nor too often. */
    private Instant due(Instant now, ChatContext chat) {
        Instant merged = later(now.plus(settings.merge()), free(chat).orElse(now));
        return services.quietUntil(merged).orElse(merged);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Who came in the night is greeted in the morning, all together; the quiet hours may be others than in the evening. */
    List<Action> rang(ChatContext chat) {
        Optional<Instant> quiet = services.quietUntil(chat.now());
        Optional<Instant> free = free(chat).filter(time -> time.isAfter(chat.now()));
        if (quiet.isEmpty() && free.isPresent()) {
            chat.note(ENOUGH);
        }
        return quiet.or(() -> free).<List<Action>>map(time -> List.of(new Action.Wake(ALARM, time, "")))
                .orElseGet(() -> welcome(new Newcomers(chat.memory()).take()
                        .without(member -> chat.person(member).optedOut()), chat));
    }

    /** From when one more welcome is not too many; empty where there are never too many. */
    private Optional<Instant> free(ChatContext chat) {
        return rate().flatMap(rate -> {
            List<Long> times = recent(rate, chat);
            return times.size() < rate.most()
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(times.get(times.size() - rate.most())).plus(rate.within()));
        });
    }

    private Optional<Rate> rate() {
        return settings.max().map(Located::value).filter(rate -> rate.most() > 0);
    }

    private static List<Long> recent(Rate rate, ChatContext chat) {
        long since = chat.now().minus(rate.within()).toEpochMilli();
        return chat.memory().get(GREETED, Welcomes.class).map(Welcomes::times).orElse(List.of()).stream()
                .filter(time -> time > since).toList();
    }

    /** Who went before anybody greeted them was never here. */
    void left(Event.Left left, ChatContext chat) {
        List<MemberId> before = new Newcomers(chat.memory()).remove(left.members(), left.count());
        Guestbook book = new Guestbook(chat);
        left.members().forEach(member -> book.leaves(member, !before.contains(member)));
    }

    private List<Action> welcome(Newcomers.Party party, ChatContext chat) {
        Optional<Body> words = party.count() == 0
                ? Optional.empty()
                : new Reception(settings.say(), services, party, chat).words();
        if (words.isEmpty()) {
            chat.note(party.count() == 0 ? GONE : NO_WORDS);
            return List.of();
        }
        rate().ifPresent(rate -> {
            List<Long> times = new ArrayList<>(recent(rate, chat));
            times.add(chat.now().toEpochMilli());
            chat.memory().put(GREETED, new Welcomes(times));
        });
        List<Action> actions = new ArrayList<>(greeted(party, chat));
        actions.addFirst(new Action.Say(words.get(), Reception.RULE, Optional.of(Manner.WELCOME), Oversight.NONE));
        return actions;
    }

    private List<Action> greeted(Newcomers.Party party, ChatContext chat) {
        Guestbook book = new Guestbook(chat);
        party.members().forEach(member -> book.find(member)
                .ifPresent(guest -> book.keep(member, guest.with(Step.WELCOMED, chat.now()))));
        int newcomers = party.without(services::isStaff).count();
        return settings.introduce().isPresent() && newcomers > 0
                ? List.of(Losses.count(Step.WELCOMED, newcomers))
                : List.of();
    }
}
