package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.QuestionLimits;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugins.reply.effect.Answer;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.faq.Catalogue;
import io.qunbot.plugins.reply.faq.Catalogue.Guess;
import io.qunbot.plugins.reply.faq.OfferSettings.To;
import io.qunbot.plugins.reply.faq.Threshold;
import io.qunbot.plugins.reply.state.Colleagues;
import io.qunbot.plugins.reply.state.Offers;
import io.qunbot.plugins.reply.state.Offers.Choice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers from the catalogue, asks back when it is not sure, and keeps what it could not answer. */
final class FaqDesk {

    private static final int MOST_CHOICES = 3;
    /** The operator wrote this very question. */
    private static final double CERTAIN = 1;

    private final Catalogue catalogue;
    private final Permission permission;
    private final Speaker speaker;
    private final Duration cooldown;
    private final Keeping unanswered;
    private final SecondLook second;

    FaqDesk(Catalogue catalogue, Permission permission, Speaker speaker, ReplySettings settings, SecondLook second) {
        this.catalogue = catalogue;
        this.permission = permission;
        this.speaker = speaker;
        this.cooldown = settings.cooldown();
        this.unanswered = settings.unanswered();
        this.second = second;
    }

    Reaction answer(Inquiry inquiry) {
        String core = inquiry.text().core();
        if (core.codePointCount(0, core.length()) < QuestionLimits.SHORTEST) {
            return Reaction.pass();
        }
        List<Guess> guesses = catalogue.guesses(inquiry.text(), mayBeAsked(inquiry), inquiry.said().by(),
                inquiry.fingerprint(), inquiry.chat());
        FaqTrace.guesses(inquiry, guesses);
        Threshold answer = catalogue.thresholds().answer();
        if (!guesses.isEmpty() && guesses.getFirst().confidence() >= answer.value()) {
            Guess best = guesses.getFirst();
            return isAsked(inquiry, best)
                    ? sure(inquiry, best, () -> FaqTrace.sure(inquiry, best, answer))
                    : told(inquiry);
        }
        Threshold offer = catalogue.thresholds().offer();
        List<Guess> likely = guesses.stream().filter(guess -> guess.confidence() >= offer.value())
                .limit(MOST_CHOICES).toList();
        FaqTrace.unsure(inquiry, likely, answer, offer);
        return likely.isEmpty() ? keep(inquiry, guesses, List.of()) : unsure(inquiry, guesses, likely);
    }

    /** Members tell each other much that a catalogue knows; what nobody asks is not answered. */
    private static boolean isAsked(Inquiry inquiry, Guess guess) {
        return mayBeAsked(inquiry) || guess.confidence() == CERTAIN;
    }

    /** What members tell each other is not told to an embedder either. */
    private static boolean mayBeAsked(Inquiry inquiry) {
        return inquiry.isToBot() || inquiry.looksLikeQuestion();
    }

    private static Reaction told(Inquiry inquiry) {
        inquiry.chat().note(null, "说到了这件事,但不像提问,也没有 @ 机器人,不答");
        return Reaction.pass();
    }

    /** @param reason notes why it is the one, when it is said */
    private Reaction sure(Inquiry inquiry, Guess guess, Runnable reason) {
        Effect effect = guess.question().effect();
        String refusal = colleague(inquiry);
        if (refusal.isEmpty()) {
            refusal = permission.repeated(effect, inquiry.chat());
        }
        if (!refusal.isEmpty()) {
            inquiry.chat().note(effect.label().place(), refusal);
            return Reaction.pass();
        }
        reason.run();
        List<Action> actions = speaker.act(effect, inquiry.asked(guess.opinion().variant()), inquiry.isToBot(),
                inquiry.chat());
        return effect.deed().stops() ? Reaction.stop(actions) : Reaction.pass(actions);
    }

    /** Why a colleague who is in the conversation keeps the catalogue quiet; empty when nobody does. */
    private String colleague(Inquiry inquiry) {
        boolean quiet = !inquiry.isToBot() && Colleagues.haveJustSpoken(catalogue.quietAfter(), inquiry.chat());
        return quiet ? "同事刚在这里说话(" + catalogue.quietAfter().toSeconds() + " 秒内),不插话" : "";
    }

    private Reaction unsure(Inquiry inquiry, List<Guess> guesses, List<Guess> likely) {
        String refusal = mayBeAsked(inquiry) ? colleague(inquiry) : "不像提问,不追问";
        if (!refusal.isEmpty()) {
            inquiry.chat().note(null, refusal);
            return keep(inquiry, guesses, List.of());
        }
        To to = catalogue.thresholds().receiver(inquiry.chat().group().chat().kind());
        List<Choice> choices = likely.stream()
                .map(guess -> new Choice(guess.question().effect().key(), guess.question().words())).toList();
        if (to == To.NOBODY || Offers.isRepeated(choices, cooldown, inquiry.chat())) {
            inquiry.chat().note(null, to == To.NOBODY ? "offer: off,不追问" : "刚问过同样的选择,不重复");
            return keep(inquiry, guesses, List.of());
        }
        return second.of(inquiry, likely).map(meant -> sure(inquiry, meant, () -> FaqTrace.judged(inquiry, meant)))
                .orElseGet(() -> keep(inquiry, guesses, offer(inquiry, likely, choices, to)));
    }

    private List<Action> offer(Inquiry inquiry, List<Guess> likely, List<Choice> choices, To to) {
        Offers.made(choices, inquiry.chat());
        if (to == To.STAFF) {
            return tell(inquiry, likely).stream().toList();
        }
        Offers.open(inquiry.said().by(), new Offers.Offer(inquiry.chat().now().toEpochMilli(), choices,
                inquiry.said().id(), inquiry.fingerprint()), inquiry.chat());
        return List.of(new Action.Say(Wording.offer(choices), likely.getFirst().question().name()));
    }

    private Optional<Action> tell(Inquiry inquiry, List<Guess> likely) {
        var owners = catalogue.owners(likely.getFirst().question());
        if (owners.isEmpty()) {
            inquiry.chat().note(null, "没有可以告诉的同事:问答没有 owner,staff 里也没有 owner");
            return Optional.empty();
        }
        String text = Wording.staffOffer(Answer.name(inquiry.chat().person(inquiry.said().by())),
                Foreign.quote(inquiry.said().content().words()), likely);
        return Optional.of(new Action.Tell(owners, text, likely.getFirst().question().name()));
    }

    /** Keeps a question that was not answered, with what came nearest to it. */
    private Reaction keep(Inquiry inquiry, List<Guess> guesses, List<Action> actions) {
        boolean question = inquiry.looksLikeQuestion() || (inquiry.said().mentioned() && !inquiry.isDirect());
        if (!question || unanswered.isOff()) {
            return Reaction.pass(actions);
        }
        List<Action> all = new ArrayList<>(actions);
        all.add(new Action.Remark(actions.isEmpty() ? "unanswered" : "offered",
                guesses.stream().findFirst().map(guess -> guess.question().name()).orElse(""),
                guesses.stream().findFirst().map(Guess::confidence).orElse(0.0), Optional.empty(),
                unanswered.keep()));
        return Reaction.pass(all);
    }
}
