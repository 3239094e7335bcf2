package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Care;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Oversight;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import io.qunbot.profile.Drafts;
import io.qunbot.profile.Profile;
import io.qunbot.store.Duty;
import io.qunbot.store.OutboxRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What colleagues get before them: drafts, tasks to confirm, and what they are told. For one turn. */
final class Handing {

    static final String NO_TELLER = "没有能通知同事的通道(自建应用或智能机器人),只列在 qunbot desk 里"
            + " (no channel reaches colleagues: only qunbot desk lists it)";
    private static final String NO_TASKS = "没有能建群发任务的通道:要一个开了客户联系的自建应用"
            + " (no channel can make tasks for group owners: it takes an app with customer contact)";

    private final Profile profile;
    private final Event event;
    private final Optional<String> teller;
    private final Optional<String> tasker;
    private final Function<MemberId, Optional<String>> names;

    Handing(Router.Setting setting, Event event) {
        this.profile = setting.profile();
        this.event = event;
        this.teller = setting.reach().teller();
        this.tasker = setting.reach().tasker();
        this.names = setting.names();
    }

    /** How a draft is meant: at night it waits for the morning, if it may. */
    Manner draftManner() {
        return profile.speech().drafts().night() == Drafts.Night.NOW ? Manner.HANDOFF.urgent() : Manner.HANDOFF;
    }

    /** The words as a colleague gets them, to be sent by hand. */
    OutboxRow draft(OutboxRow words, Action.Say say) {
        Drafts drafts = profile.speech().drafts();
        PluginServices services = profile.services();
        List<MemberId> charge = say.oversight().charge();
        List<MemberId> to = charge.isEmpty() ? services.staff(drafts.post()) : charge;
        List<MemberId> next = drafts.nextPost().map(services::staff).orElse(List.of()).stream()
                .filter(colleague -> !to.contains(colleague)).toList();
        Duty duty = Duty.about(quote(say.oversight())).until(words.due().plus(drafts.expires()), drafts.expires(),
                next);
        OutboxRow draft = words.handed("draft", accounts(to)).with(duty)
                .with(OutboxRow.Route.by(teller.orElse(""), words.manner()));
        return to.isEmpty()
                ? draft.ended(Outcome.UNSUPPORTED,
                        "没有写给谁:在 staff 里写 %s (staff names nobody for %<s)".formatted(drafts.post()))
                : teller.isPresent() ? draft : draft.ended(Outcome.DRAFT_FOR_HUMAN, NO_TELLER);
    }

    /** The words as a task of the group's owner, who confirms them. */
    OutboxRow task(OutboxRow words, Action.Say say) {
        Duty about = Duty.about(quote(say.oversight()));
        Duty duty = say.oversight().within().map(time -> about.until(words.due().plus(time), time, List.of()))
                .orElse(about);
        OutboxRow task = words.handed("task", accounts(profile.services().staff("owner"))).with(duty)
                .with(OutboxRow.Route.by(tasker.orElse(""), words.manner()));
        return tasker.isPresent() ? task : task.ended(Outcome.UNSUPPORTED, NO_TASKS);
    }

    OutboxRow tell(OutboxRow words, Care care) {
        Duty about = Duty.about(quote(Oversight.NONE));
        Duty duty = care.within().isZero()
                ? about
                : about.until(words.due().plus(care.within()), care.within(), care.orElse()).then(care.later());
        OutboxRow tell = words.with(duty).with(OutboxRow.Route.by(teller.orElse(""), words.manner()));
        return teller.isPresent() ? tell : tell.ended(Outcome.UNSUPPORTED, NO_TELLER);
    }

    /** Who speaks as a colleague in a group, so that drafts are needed no more. */
    Optional<MemberId> colleague() {
        return event instanceof Event.Said said && profile.services().isStaff(said.by())
                ? Optional.of(said.by())
                : Optional.empty();
    }

    Instant batched(Instant due, Care care) {
        return due.plus(care.batch());
    }

    /** Who said what, for whoever has to do with the answer; empty where nobody said anything. */
    String quote(Oversight oversight) {
        return oversight.about().or(this::said).filter(question -> !question.words().isBlank())
                .map(question -> called(question.by()) + Foreign.quote(profile.masks().in(question.words())))
                .orElse("");
    }

    private Optional<Oversight.Question> said() {
        return event instanceof Event.Said said
                ? Optional.of(new Oversight.Question(said.by(), said.content().words()))
                : Optional.empty();
    }

    private String called(MemberId member) {
        return names.apply(member).map(Foreign::name).filter(name -> !name.isEmpty()).map(name -> name + ":")
                .orElse("");
    }

    static String accounts(List<MemberId> members) {
        return members.stream().map(MemberId::value).collect(Collectors.joining(","));
    }
}
