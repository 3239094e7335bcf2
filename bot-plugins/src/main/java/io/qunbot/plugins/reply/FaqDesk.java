package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.Manner;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.QuestionLimits;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugins.reply.effect.Answer;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.plugins.reply.faq.Catalogue;
import io.qunbot.plugins.reply.faq.Catalogue.Guess;
import io.qunbot.plugins.reply.faq.OfferSettings.To;
import io.qunbot.plugins.reply.faq.Posed;
import io.qunbot.plugins.reply.faq.Threshold;
import io.qunbot.plugins.reply.state.Colleagues;
import io.qunbot.plugins.reply.state.Offers;
import io.qunbot.plugins.reply.state.Offers.Choice;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers from the catalogue, asks back when it is not sure, and keeps what it could not answer. */
final class FaqDesk {

    private static final int MOST_CHOICES = 3;
    /** The operator wrote this very question. */
    private static final double CERTAIN = 1;

    private static final Finding TOO_SHORT = Finding.of(Kind.BARRED, "去掉客套只剩一个字,问答不看",
            "without courtesy one character is left: the catalogue is not asked");
    private static final Finding OFF = Finding.of(Kind.NOTED, "offer: off,不追问", "offer: off, nobody is asked back");
    private static final Finding REPEATED = Finding.of(Kind.NOTED, "刚问过同样的选择,不重复",
            "the same choice was offered a moment ago");
    private static final Finding TO_STAFF = Finding.of(Kind.NOTED, "拿不准,把问题和可能的答案告诉同事",
            "not sure: a colleague is told the question and what it may be");
    private static final Finding TO_ASKER = Finding.of(Kind.ACTS, "拿不准,问本人是不是想问这几个",
            "not sure: the asker is offered a choice");
    private static final Finding NOBODY = Finding.of(Kind.NOTED, "没有可以告诉的同事:问答没有 owner,staff 里也没有 owner",
            "there is no colleague to tell: neither the catalogue nor staff has an owner");
    private static final Refusal NO_QUESTION = Refusal.by("",
            () -> new Words("不像提问,不追问", "it looks like no question: nobody is asked back"));

    private final Catalogue catalogue;
    private final Permission permission;
    private final Speaker speaker;
    private final Duration cooldown;
    private final Keeping unanswered;
    private final SecondLook second;
    private final Traced traced;

    FaqDesk(Catalogue catalogue, Permission permission, Speaker speaker, ReplySettings settings,
            PluginServices services) {
        this.catalogue = catalogue;
        this.permission = permission;
        this.speaker = speaker;
        this.cooldown = settings.cooldown();
        this.unanswered = settings.unanswered();
        this.second = new SecondLook(services.judge());
        this.traced = new Traced(services);
    }

    Reaction answer(Inquiry inquiry) {
        String core = inquiry.text().core();
        if (core.codePointCount(0, core.length()) < QuestionLimits.SHORTEST) {
            if (inquiry.chat().explains()) {
                inquiry.chat().note(TOO_SHORT);
            }
            return Reaction.pass();
        }
        List<Guess> guesses = catalogue.guesses(inquiry.text(), mayBeAsked(inquiry), inquiry.said().by(),
                inquiry.fingerprint(), inquiry.chat());
        FaqTrace.guesses(inquiry, guesses);
        if (inquiry.chat().explains()) {
            explain(inquiry, guesses);
        }
        Threshold answer = catalogue.thresholds().answer();
        if (!guesses.isEmpty() && guesses.getFirst().confidence() >= answer.value()) {
            Guess best = guesses.getFirst();
            return isAsked(inquiry, best)
                    ? sure(inquiry, best, () -> FaqTrace.sure(inquiry, best, answer))
                    : told(inquiry, best);
        }
        Threshold offer = catalogue.thresholds().offer();
        List<Guess> likely = guesses.stream().filter(guess -> guess.confidence() >= offer.value())
                .limit(MOST_CHOICES).toList();
        FaqTrace.unsure(inquiry, guesses, likely, answer, offer);
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

    private static Reaction told(Inquiry inquiry, Guess best) {
        FaqTrace.told(inquiry, best);
        return Reaction.pass();
    }

    /** @param reason notes why it is the one, when it is said */
    private Reaction sure(Inquiry inquiry, Guess guess, Runnable reason) {
        Effect effect = guess.question().effect();
        Refusal refusal = colleague(inquiry);
        if (refusal.isNone()) {
            refusal = permission.repeated(effect, inquiry.chat());
        }
        if (!refusal.isNone()) {
            inquiry.chat().note(traced.refused(effect, refusal).with("confidence", guess.confidence()));
            return Reaction.pass();
        }
        reason.run();
        List<Action> actions = speaker.act(effect, inquiry.asked(guess.opinion().variant()), inquiry.isToBot(),
                inquiry.chat());
        return effect.deed().stops() ? Reaction.stop(actions) : Reaction.pass(actions);
    }

    /** What is worth knowing only when somebody asks. */
    private void explain(Inquiry inquiry, List<Guess> guesses) {
        FaqTrace.excluded(inquiry, guesses);
        FaqTrace.closed(inquiry,
                catalogue.closed(inquiry.text(), inquiry.said().by(), inquiry.fingerprint(), inquiry.chat()),
                catalogue.thresholds().offer(), traced);
    }

    /** Why a colleague who is in the conversation keeps the catalogue quiet. */
    private Refusal colleague(Inquiry inquiry) {
        return inquiry.isToBot()
                ? Refusal.NONE
                : Colleagues.haveJustSpoken(catalogue.quietAfter(), inquiry.chat())
                        .map(spoke -> Interruption.of(spoke, catalogue.quietAfter(), inquiry.chat().now(), traced))
                        .orElse(Refusal.NONE);
    }

    private Reaction unsure(Inquiry inquiry, List<Guess> guesses, List<Guess> likely) {
        Refusal refusal = mayBeAsked(inquiry) ? colleague(inquiry) : NO_QUESTION;
        if (!refusal.isNone()) {
            inquiry.chat().note(Finding.of(Kind.NOTED, refusal.words()));
            return keep(inquiry, guesses, List.of());
        }
        To to = catalogue.thresholds().receiver(inquiry.chat().group().chat().kind());
        List<Choice> choices = likely.stream()
                .map(guess -> new Choice(guess.question().effect().key(), guess.question().words())).toList();
        if (to == To.NOBODY || Offers.isRepeated(choices, cooldown, inquiry.chat())) {
            inquiry.chat().note(to == To.NOBODY ? OFF : REPEATED);
            return keep(inquiry, guesses, List.of());
        }
        return second.of(inquiry, likely).map(meant -> sure(inquiry, meant, () -> FaqTrace.judged(inquiry, meant)))
                .orElseGet(() -> keep(inquiry, guesses, offer(inquiry, likely, choices, to)));
    }

    private List<Action> offer(Inquiry inquiry, List<Guess> likely, List<Choice> choices, To to) {
        Offers.made(choices, inquiry.chat());
        Posed nearest = likely.getFirst().question();
        inquiry.chat().note(
                to == To.STAFF ? TO_STAFF : TO_ASKER.on(nearest.name(), nearest.effect().label().place()));
        if (to == To.STAFF) {
            return tell(inquiry, likely).stream().toList();
        }
        Offers.open(inquiry.said().by(), new Offers.Offer(inquiry.chat().now().toEpochMilli(), choices,
                inquiry.said().id(), inquiry.fingerprint()), inquiry.chat());
        return List.of(new Action.Say(Wording.offer(choices), likely.getFirst().question().name(), Manner.ANSWER));
    }

    private Optional<Action> tell(Inquiry inquiry, List<Guess> likely) {
        var owners = catalogue.owners(likely.getFirst().question());
        if (owners.isEmpty()) {
            inquiry.chat().note(NOBODY);
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
