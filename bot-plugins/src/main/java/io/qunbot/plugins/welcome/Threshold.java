package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Entry;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Tell;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out who belongs here, and has colleagues look after those who did not show it in time. */
final class Threshold {

    static final String ALARM = "entry";
    static final String RULE = "welcome.entry";
    private static final Duration LATE = Duration.ofDays(2);
    private static final String PART = "企业微信不让机器人移出成员,需要的话请您来做。";

    private final Located<Entry> located;
    private final Entry entry;
    private final PluginServices services;

    Threshold(Located<Entry> entry, PluginServices services) {
        this.located = entry;
        this.entry = entry.value();
        this.services = services;
    }

    List<Action> joined(ChatContext chat) {
        return new Bell(ALARM, chat).by(deadline(chat.now()));
    }

    /** Whole hours: who came within one is looked at together. */
    private Instant deadline(Instant joined) {
        Instant end = joined.plus(entry.within());
        Instant hour = end.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(end) ? end : hour.plus(1, ChronoUnit.HOURS);
    }

    /** A code word, or the form. */
    List<Action> heard(Event.Said said, ChatContext chat) {
        Guestbook book = new Guestbook(chat);
        Optional<Guest> guest = book.find(said.by())
                .filter(known -> known.isHere(chat.now(), entry.within().plus(LATE)) && !known.did(Step.VOUCHED));
        return guest.isPresent() && !services.isStaff(said.by()) && shows(said)
                ? vouched(said.by(), guest.get(), chat)
                : List.of();
    }

    private boolean shows(Event.Said said) {
        Normalized words = Normalizer.normalize(said.content().words());
        return entry.code().stream().anyMatch(code -> words.words().contains(code.words()))
                || entry.form().flatMap(form -> form.value().regex())
                        .filter(regex -> regex.find(words.line()).isPresent()).isPresent();
    }

    private List<Action> vouched(MemberId member, Guest guest, ChatContext chat) {
        new Guestbook(chat).keep(member, guest.with(Step.VOUCHED, chat.now()));
        List<String> off = entry.next().flatMap(next -> next.value().tag()).filter(_ -> guest.did(Step.DOUBTED))
                .map(List::of).orElse(List.of());
        List<String> on = entry.tag().map(List::of).orElse(List.of());
        chat.note(Finding.of(Kind.ACTS, "核实了", "belongs here").on(RULE, located.place()));
        return on.isEmpty() && off.isEmpty() ? List.of() : List.of(new Action.Tag(member, on, off, RULE));
    }

    List<Action> rang(ChatContext chat) {
        Bell bell = new Bell(ALARM, chat);
        bell.rang();
        List<Action> actions = new ArrayList<>();
        List<MemberId> doubted = new ArrayList<>();
        Optional<Instant> next = Optional.empty();
        for (Guestbook.Visitor each : open(chat)) {
            Instant deadline = deadline(each.guest().at(Step.JOINED).orElseThrow());
            if (isKnown(chat.person(each.member()))) {
                actions.addAll(vouched(each.member(), each.guest(), chat));
            } else if (deadline.isAfter(chat.now())) {
                next = next.filter(earlier -> earlier.isBefore(deadline)).or(() -> Optional.of(deadline));
            } else {
                doubted.add(each.member());
            }
        }
        actions.addAll(doubt(doubted, chat));
        next.ifPresent(time -> actions.addAll(bell.by(time)));
        return actions;
    }

    private List<Guestbook.Visitor> open(ChatContext chat) {
        return new Guestbook(chat).since(chat.now().minus(entry.within()).minus(LATE)).stream()
                .filter(each -> !each.guest().did(Step.VOUCHED) && !each.guest().did(Step.DOUBTED)
                        && !each.guest().did(Step.LEFT) && !services.isStaff(each.member()))
                .toList();
    }

    /** By who invited them, or by a form that was filled in elsewhere. */
    private boolean isKnown(Person person) {
        return (entry.invited() && person.inviter().isPresent())
                || entry.form().flatMap(form -> form.value().tag()).filter(person.tags()::contains).isPresent();
    }

    private List<Action> doubt(List<MemberId> members, ChatContext chat) {
        if (members.isEmpty()) {
            return List.of();
        }
        Guestbook book = new Guestbook(chat);
        members.forEach(member -> book.find(member)
                .ifPresent(guest -> book.keep(member, guest.with(Step.DOUBTED, chat.now()))));
        chat.note(
                Finding.of(Kind.ACTS, members.size() + " 位没有核实", members.size() + " did not show that they belong here")
                        .on(RULE, located.place()));
        List<Action> actions = new ArrayList<>();
        entry.next().map(Located::value).ifPresent(next -> {
            next.tag().ifPresent(tag -> members.forEach(member -> actions.add(
                    new Action.Tag(member, List.of(tag), List.of(), RULE))));
            next.tell().flatMap(tell -> told(tell, next, members, chat)).ifPresent(actions::add);
        });
        return actions;
    }

    private Optional<Action> told(Tell tell, Entry.Otherwise next, List<MemberId> members, ChatContext chat) {
        Map<String, Object> values = Guests.values(members, services, chat);
        Optional<String> farewell = next.farewell().map(text -> text.value().fill(values))
                .filter(text -> !text.isEmpty());
        return tell.action(values, RULE, services, chat).map(told -> new Action.Tell(told.who(), told.text() + farewell
                .map(words -> "\n" + PART + "可以这样说:“" + words + "”").orElse(""), told.rule(), told.urgent(),
                told.care()));
    }
}
