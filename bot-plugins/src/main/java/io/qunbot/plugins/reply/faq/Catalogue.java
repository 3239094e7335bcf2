package io.qunbot.plugins.reply.faq;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Embedder;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.say.Saying;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.state.Corrections;
import io.qunbot.ranking.Candidate;
import io.qunbot.ranking.Entry;
import io.qunbot.ranking.VectorRanker;
import io.qunbot.text.Normalized;
import io.qunbot.yaml.Companion;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The questions of a profile, and which of them a message means. Immutable. */
public final class Catalogue {

    private static final Words UNWRITTEN = new Words("答案还没有写(【待填写】)",
            "its answer is still to be written");

    private final List<Posed> questions;
    private final VectorRanker ranker;
    private final Thresholds thresholds;
    private final Duration quietAfter;
    private final PluginServices services;
    private final Permission permission;

    /**
     * A question that a message may mean.
     *
     * @param opinion the ranker's
     */
    public record Guess(Posed question, Candidate opinion) {

        public double confidence() {
            return opinion.confidence();
        }
    }

    private Catalogue(FaqSettings settings, Rankers rankers, PluginServices services, Permission permission) {
        questions = Posed.all(settings);
        ranker = rankers.of(settings.file().stream().map(Companion::file).collect(Collectors.joining(" ")),
                questions.stream().map(Catalogue::entry).toList(), services.embedder());
        thresholds = Thresholds.of(settings);
        quietAfter = settings.quietAfter();
        this.services = services;
        this.permission = permission;
    }

    /** Heavy: the ranker is made here. */
    public static Catalogue of(FaqSettings settings, Rankers rankers, PluginServices services, Permission permission) {
        return new Catalogue(settings, rankers, services, permission);
    }

    private static Entry entry(Posed posed) {
        FaqQuestion question = posed.question();
        return new Entry(posed.name(), question.ask().stream().map(Located::value).toList(),
                question.not().stream().map(Located::value).toList());
    }

    /**
     * What a message may mean, the likeliest first: of the questions that may be answered here and now to this
     * member.
     *
     * @param mayLeave whether the configured embedder may be told the message
     * @param fingerprint of the message
     */
    public List<Guess> guesses(Normalized text, boolean mayLeave, MemberId asker, String fingerprint,
            ChatContext chat) {
        Audience audience = new Audience(asker, services, chat);
        Optional<Embedder> embedder = services.embedder().filter(_ -> mayLeave);
        return ranker.rank(text, () -> embedder.flatMap(it -> it.embed(text.core())),
                position -> isOpen(questions.get(position), audience, fingerprint, chat)).best()
                .stream()
                .map(candidate -> new Guess(questions.get(candidate.entry()), candidate)).toList();
    }

    /** What a text may mean of the questions at these positions, whoever asks. */
    List<Guess> meant(Normalized text, IntPredicate open) {
        return ranker.rank(text, Optional::empty, open).best().stream()
                .map(candidate -> new Guess(questions.get(candidate.entry()), candidate)).toList();
    }

    private boolean isOpen(Posed posed, Audience audience, String fingerprint, ChatContext chat) {
        return refusal(posed, audience, fingerprint, chat).isNone();
    }

    private Refusal refusal(Posed posed, Audience audience, String fingerprint, ChatContext chat) {
        Optional<Located<Saying>> unwritten = posed.question().unwritten();
        if (unwritten.isPresent()) {
            return Refusal.by("say", unwritten.get().place(), () -> UNWRITTEN);
        }
        Refusal misplaced = permission.misplaced(posed.effect().limits(), chat);
        Refusal refusal = misplaced.isNone() ? audience.refusal(posed.question()) : misplaced;
        return refusal.isNone() && Corrections.isWrong(posed.effect().key(), fingerprint, chat)
                ? Corrections.WRONG
                : refusal;
    }

    /** A question that comes near and may not be answered here and now. */
    public record Closed(Guess guess, Refusal refusal) {}

    /** What a message may mean as well, if only it could be answered; for whoever explains. */
    public List<Closed> closed(Normalized text, MemberId asker, String fingerprint, ChatContext chat) {
        Audience audience = new Audience(asker, services, chat);
        return ranker
                .rank(text, Optional::empty, position -> !isOpen(questions.get(position), audience, fingerprint, chat))
                .best()
                .stream().map(candidate -> new Guess(questions.get(candidate.entry()), candidate))
                .map(guess -> new Closed(guess, refusal(guess.question(), audience, fingerprint, chat))).toList();
    }

    /** Whoever is in charge of a question; empty when it is nobody in particular. */
    public List<MemberId> owners(Posed posed) {
        Optional<String> owner = posed.owner();
        List<MemberId> colleagues = services.staff(owner.orElse("owner"));
        return colleagues.isEmpty()
                ? owner.map(account -> List.of(new MemberId(account))).orElse(List.of())
                : colleagues;
    }

    /** The questions of the catalogue that settings name, and where each stands. */
    public static List<Located<String>> names(FaqSettings settings) {
        return Posed.all(settings).stream()
                .map(posed -> new Located<>(posed.name(), posed.effect().label().place())).toList();
    }

    public List<Posed> questions() {
        return questions;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** For how long nothing is said after a colleague has spoken. */
    public Duration quietAfter() {
        return quietAfter;
    }
}
