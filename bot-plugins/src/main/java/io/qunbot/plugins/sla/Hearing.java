package io.qunbot.plugins.sla;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Upshot;
import io.qunbot.plugin.question.Asked;
import io.qunbot.plugin.question.Happened;
import io.qunbot.plugin.question.Matter;
import io.qunbot.plugins.sla.SlaSettings.Ending;
import io.qunbot.text.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an event does to the questions of a conversation: begins, joins, ends or takes back. For one call. */
final class Hearing {

    /** Messages of a member that follow each other so soon belong together. */
    private static final Duration ROW = Duration.ofMinutes(10);

    private final SlaSettings settings;
    private final PluginServices services;
    private final Desk desk;
    private final ChatContext chat;

    /** What this is about and goes by. */
    record Desk(Terms terms, Reading reading, Questions questions, Tally tally) {}

    Hearing(SlaSettings settings, PluginServices services, Desk desk, ChatContext chat) {
        this.settings = settings;
        this.services = services;
        this.desk = desk;
        this.chat = chat;
    }

    void said(Event.Said said, Upshot upshot) {
        if (services.isStaff(said.by())) {
            colleague(said);
        } else {
            member(said, upshot);
        }
    }

    private void colleague(Event.Said said) {
        if (!desk.reading().answers(said)) {
            return;
        }
        List<Matter> asked = desk.questions().waiting().stream()
                .filter(matter -> !matter.since().isAfter(said.at())).toList();
        if (settings.ends().contains(Ending.STAFF)) {
            asked.forEach(matter -> answered(matter, said.by().value(), said.at()));
        } else if (settings.ends().contains(Ending.QUOTE)) {
            asked.forEach(matter -> quoted(matter, said));
        }
    }

    /** What was said in one breath with what is quoted is answered, too; the rest still waits. */
    private void quoted(Matter matter, Event.Said said) {
        String typed = said.content().words();
        Optional<Asked> meant = matter.asked().stream().filter(each -> Likeness.isQuoted(each, typed)).findFirst();
        meant.ifPresent(found -> {
            List<Asked> rest = matter.asked().stream()
                    .filter(each -> Duration.between(found.time(), each.time()).abs().compareTo(ROW) > 0).toList();
            answered(matter, said.by().value(), said.at());
            if (!rest.isEmpty()) {
                Matter left = Matter.of(matter.member(), rest.getFirst()).with(rest);
                desk.questions().add(left.with(matter.climb()));
            }
        });
    }

    private void answered(Matter matter, String by, Instant at) {
        if (desk.terms().late(matter).filter(due -> due.isBefore(at)).isPresent()) {
            desk.tally().add(Happened.LATE, matter.member(), desk.terms().waited(matter, at));
        }
        desk.tally().add(Happened.ANSWERED, by, desk.terms().waited(matter, at));
        if (settings.resolve().isPresent()) {
            desk.questions().replace(matter, matter.answered());
        } else {
            desk.questions().remove(matter);
        }
    }

    private void member(Event.Said said, Upshot upshot) {
        Resolution resolution = desk.reading().resolution(said);
        List<Matter> answered = desk.questions().answeredOf(said.by());
        Optional<Matter> waiting = desk.questions().waitingOf(said.by());
        Asked asked = new Asked(said.id(), said.at().toEpochMilli(), Reading.quote(said.content()));
        boolean asks = desk.reading().asks(said, upshot);
        Optional<Matter> doubted = waiting.isPresent() ? Optional.empty() : doubted(answered, asked, resolution, asks);
        if (doubted.isPresent()) {
            desk.questions().replace(doubted.get(), marked(doubted.get().again(asked), said, upshot));
            desk.tally().add(Happened.ASKED, said.by().value(), Duration.ZERO);
        } else if (asks) {
            asked(waiting, asked, said, upshot);
        } else if (resolution == Resolution.SETTLED || resolution == Resolution.THANKED) {
            answered.forEach(desk.questions()::remove);
            waiting.filter(matter -> resolution == Resolution.SETTLED || isAnsweredByBot(matter))
                    .ifPresent(this::withdrawn);
        }
    }

    /** Thanks for the bot's answer: there is nothing left to wait for. */
    private boolean isAnsweredByBot(Matter matter) {
        return chat.group().chat().kind() == ChatKind.INTERNAL && !matter.rules().isEmpty();
    }

    /** What was answered and is asked again: the newest, or one in much the same words. */
    private static Optional<Matter> doubted(List<Matter> answered, Asked asked, Resolution resolution, boolean asks) {
        return resolution == Resolution.UNSETTLED
                ? answered.stream().findFirst()
                : answered.stream().filter(_ -> asks).filter(matter -> matter.asked().stream()
                        .anyMatch(each -> Likeness.isAlike(each.words(), asked.words()))).findFirst();
    }

    private void asked(Optional<Matter> waiting, Asked asked, Event.Said said, Upshot upshot) {
        if (waiting.isPresent()) {
            desk.questions().replace(waiting.get(), marked(waiting.get().with(asked), said, upshot));
            return;
        }
        desk.tally().add(Happened.ASKED, said.by().value(), Duration.ZERO);
        Matter matter = marked(Matter.of(said.by().value(), asked), said, upshot);
        desk.questions().add(matter);
        if (settings.ends().contains(Ending.BOT) && !upshot.spoken().isEmpty()) {
            answered(matter, Happened.BOT, said.at());
        }
    }

    private Matter marked(Matter matter, Event.Said said, Upshot upshot) {
        Matter meant = matter.meaning(upshot.rules().stream().sorted().toList());
        boolean urgent = desk.reading().isUrgent(upshot);
        Matter marked = urgent ? meant.urgentSince(said.at()) : meant;
        return marked.with(desk.terms().held(marked.climb(), told(upshot), urgent, services, chat.now()));
    }

    /** What the bot is not sure of is told as well, and no rule stands for that. */
    private static List<Action.Tell> told(Upshot upshot) {
        return upshot.told().stream().filter(tell -> upshot.rules().contains(tell.rule())).toList();
    }

    /** The bot itself says what had waited. */
    void spoke(Upshot upshot) {
        if (settings.ends().contains(Ending.BOT)) {
            desk.questions().waiting().stream()
                    .filter(matter -> matter.rules().stream().anyMatch(upshot.spoken()::contains))
                    .forEach(matter -> answered(matter, Happened.BOT, chat.now()));
        }
    }

    void recalled(Event.Recalled recalled) {
        for (Matter matter : desk.questions().all()) {
            List<Asked> rest = matter.asked().stream()
                    .filter(each -> !(each.event().key().equals(recalled.message())
                            && each.event().channel().equals(recalled.id().channel())))
                    .toList();
            if (rest.isEmpty() && matter.waits()) {
                withdrawn(matter);
            } else if (rest.isEmpty()) {
                desk.questions().remove(matter);
            } else if (rest.size() < matter.asked().size()) {
                desk.questions().replace(matter, matter.with(rest));
            }
        }
    }

    /** Who has left waits no more. */
    void left(Event.Left left) {
        left.members().forEach(member -> {
            desk.questions().waitingOf(member).ifPresent(this::withdrawn);
            desk.questions().answeredOf(member).forEach(desk.questions()::remove);
        });
    }

    private void withdrawn(Matter matter) {
        desk.tally().add(Happened.WITHDRAWN, matter.member(), desk.terms().waited(matter, chat.now()));
        desk.questions().remove(matter);
    }
}
