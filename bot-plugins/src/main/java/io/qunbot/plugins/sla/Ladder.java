package io.qunbot.plugins.sla;

import io.qunbot.chat.Action;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.question.Happened;
import io.qunbot.plugin.question.Matter;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells one colleague after the other that somebody waits. For one call of the stage. */
final class Ladder {

    static final String FIRST_REPLY = "first_reply";
    static final String URGENT = "urgent";
    static final String RESOLVE = "resolve";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final Template LATE = Template
            .parse("【等了 {{waited}}】{{group}} {{name}}:{{quote}}({{asked}} 问的,还没有人回)");
    private static final Template PRESSING = Template
            .parse("【急,等了 {{waited}}】{{group}} {{name}}:{{quote}}({{asked}} 问的,还没有人回)");
    private static final Template OPEN = Template
            .parse("【还没解决】{{group}} {{name}}:{{quote}}(答过了,客户又来问;{{asked}} 第一次问,已经到了该解决的时间)");

    private final SlaSettings settings;
    private final PluginServices services;
    private final Terms terms;
    private final Tally tally;
    private final ChatContext chat;

    Ladder(SlaSettings settings, PluginServices services, Terms terms, Tally tally, ChatContext chat) {
        this.settings = settings;
        this.services = services;
        this.terms = terms;
        this.tally = tally;
        this.chat = chat;
    }

    /** Does whatever is due by now. */
    List<Action> climb(Questions questions) {
        List<Action> actions = new ArrayList<>();
        Instant now = chat.now();
        questions.removeIf(matter -> matter.newest().time().plus(Terms.FORGOTTEN).isBefore(now));
        for (Matter matter : questions.all()) {
            Matter after = matter;
            if (isDue(terms.late(after), now)) {
                tally.add(Happened.LATE, matter.member(), terms.waited(after, now));
                after = after.with(after.climb().beLate());
            }
            while (isDue(terms.next(after), now)) {
                told(after).ifPresent(actions::add);
                after = after.with(after.climb().step(now));
            }
            questions.replace(matter, after);
            if (isDue(terms.settled(after), now)) {
                actions.addAll(lapse(after, questions));
            }
        }
        return actions;
    }

    private static boolean isDue(Optional<Instant> time, Instant now) {
        return time.filter(due -> !due.isAfter(now)).isPresent();
    }

    /** Whoever was told before under another post is not told again. */
    private Optional<Action> told(Matter matter) {
        Located<String> post = settings.ladder().get(matter.climb().steps());
        List<MemberId> before = settings.ladder().subList(0, matter.climb().steps()).stream()
                .flatMap(earlier -> services.staff(earlier.value()).stream()).toList();
        List<MemberId> who = services.staff(post.value()).stream().filter(member -> !before.contains(member)).toList();
        Duration waited = terms.waited(matter, chat.now());
        tally.add(Happened.ESCALATED, post.value(), waited);
        boolean urgent = matter.urgent() != 0;
        String rule = urgent ? URGENT : FIRST_REPLY;
        chat.note(acts(rule, urgent
                ? settings.urgent().map(each -> each.value().firstReply().place()).orElse(null)
                : settings.firstReply().place(), "等了 " + Spell.of(waited) + ",没人回:告诉 " + post.value(),
                "nobody answered for " + waited.toMinutes() + " min: tells " + post.value()));
        Template words = settings.text().map(Located::value).orElse(urgent ? PRESSING : LATE);
        return tell(who, words, rule, matter);
    }

    private List<Action> lapse(Matter matter, Questions questions) {
        if (!matter.doubted()) {
            questions.remove(matter);
            return List.of();
        }
        Instant first = Instant.ofEpochMilli(matter.first());
        tally.add(Happened.UNRESOLVED, "", Duration.between(first, chat.now()));
        chat.note(acts(RESOLVE, settings.resolve().map(Located::place).orElse(null), "到了该解决的时间,客户还在问",
                "it should be settled by now, and the member asks again"));
        if (matter.waits()) {
            questions.replace(matter, matter.lapsed());
        } else {
            questions.remove(matter);
        }
        List<MemberId> who = settings.ladder().stream().limit(1)
                .flatMap(post -> services.staff(post.value()).stream()).toList();
        return tell(who, OPEN, RESOLVE, matter).stream().toList();
    }

    /** The clock runs in business time alone, so that nothing has to wait for the morning again. */
    private Optional<Action> tell(List<MemberId> who, Template words, String rule, Matter matter) {
        String text = words.fill(values(matter));
        return who.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Action.Tell(who, text, rule, true));
    }

    private Map<String, Object> values(Matter matter) {
        Person person = chat.person(new MemberId(matter.member()));
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now(), person);
        values.put("name", person.name().map(Foreign::name)
                .filter(name -> !name.isEmpty()).orElse("一位成员"));
        values.put("quote", quote(matter));
        values.put("waited", Spell.of(terms.waited(matter, chat.now())));
        values.put("asked", TIME.format(Instant.ofEpochMilli(matter.doubted()
                ? matter.first()
                : matter.since().toEpochMilli()).atZone(services.zone())));
        return values;
    }

    private static String quote(Matter matter) {
        String first = matter.asked().getFirst().words();
        return matter.asked().size() == 1 ? first : first + " … " + matter.newest().words();
    }

    private static Finding acts(String rule, @Nullable Place place, String zh, String en) {
        return Finding.of(Finding.Kind.ACTS, zh, en).on(rule, place);
    }
}
